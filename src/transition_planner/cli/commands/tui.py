"""Open the plan in the terminal: see and edit it live.

Where there is no plan yet, a small one is opened to try things out; nothing of it is kept unless you save it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.history import open_revision
from transition_planner.cli.opening import open_plan, told_as_failures
from transition_planner.cli.options import language_option, plan_options
from transition_planner.cli.terminal import on_screen
from transition_planner.locales import _, language
from transition_planner.tui import run

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@plan_options(needed=False)
@language_option
@click.option(
    "--baseline", metavar="REVISION", help=_("Draw beside it what this commit, tag or date had planned.")
)
@click.option("--read-only", is_flag=True, help=_("Show the plan and change nothing."))
def command(path: Path | None, model: str | None, baseline: str | None, *, read_only: bool) -> int:
    """Open the plan in the terminal."""
    if not on_screen():
        raise Failure(
            _("This is no terminal. `transition-planner summary` prints the plan, `schedule` all its dates."),
            Exit.USAGE,
        )
    if path is None:
        return run(None, language=language(), read_only=read_only)
    if model is not None:
        open_plan(path, model)  # the terminal shows what there is: a name typed wrongly is told before
    planned = open_revision(path, baseline).document.plan if baseline is not None else None
    with told_as_failures(path):
        return run(path, model=model, language=language(), read_only=read_only, baseline=planned)
