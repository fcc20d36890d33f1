"""Merge two branches' plans for git; `git-setup` has git call it.

It merges by task and field. What only one side changed is taken, comments of both are kept. What both changed stays
as it is on our side, with a comment above it that tells both values, so that the file can still be read as a plan; it
then ends with 1, and git asks to look at the file.
"""

from __future__ import annotations

from pathlib import Path

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.options import language_option
from transition_planner.cli.output import say
from transition_planner.locales import _

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("base", type=_FILE)
@click.argument("ours", type=_FILE)
@click.argument("theirs", type=_FILE)
@click.argument("name", default="plan.yaml", required=False)
@language_option
def command(base: Path, ours: Path, theirs: Path, name: str) -> Exit:
    """Merge two branches' plans for git."""
    from transition_planner.compare.merge.planmerge import merged  # noqa: PLC0415  # 100 ms that help does not need

    texts = [each.read_bytes().decode("utf-8", "surrogateescape") for each in (base, ours, theirs)]
    found = merged(*texts)
    ours.write_bytes(found.text.encode("utf-8", "surrogateescape"))
    for conflict in found.conflicts:
        say(_("{file}: both sides changed {what}").format(file=name, what=conflict))
    return Exit.FINDINGS if found.conflicts else Exit.FINE
