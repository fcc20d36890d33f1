"""The program: its commands, and what a first argument means that is none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transition_planner.cli import commands
from transition_planner.cli.exits import Exit
from transition_planner.cli.lazy_group import LazyGroup
from transition_planner.cli.options import language_option
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.cli.terminal import on_terminal
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_ABOUT_ITSELF = ("-h", "--help", "--version")


class Program(LazyGroup):
    """The commands, and the form without a command: a terminal opens the plan, a pipe gets its summary."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, with the command put in where none is typed.

        Raises:
            UsageError: if the first argument is neither a command nor a plan.
        """
        commands = self.list_commands(ctx)
        at = _behind_language(args)
        first = args[at] if at < len(args) else ""
        if at <= len(args) and first not in (*commands, *_ABOUT_ITSELF):
            if first and not first.startswith("-") and not Path(first).exists():
                ctx.fail(
                    _("{name} is neither a command nor a plan.{suggestion}").format(
                        name=first, suggestion=did_you_mean(first, commands)
                    )
                )
            args = [*args[:at], "tui" if on_terminal() else "summary", *args[at:]]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and give its exit code. A pipe that its reader closed early deserves no words."""
        try:
            code = super().invoke(ctx)
            if sys.stdout is not None:  # as it is where the caller closed it
                sys.stdout.flush()
        except BrokenPipeError:
            # Python flushes stdout once more as it ends, and would complain of the same pipe.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return Exit.INTERRUPTED
        return code


def _behind_language(args: Sequence[str]) -> int:
    """The index of the first argument that does not belong to a leading `--language`."""
    if args[:1] == ["--language"]:
        return 2
    return 1 if args and args[0].startswith("--language=") else 0


program = language_option(
    click.version_option(package_name="transition-planner")(
        Program(
            package=commands.__name__,
            folder=Path(commands.__path__[0]),
            context_settings={"help_option_names": ["-h", "--help"]},
            subcommand_metavar=_("[PLAN] | COMMAND …"),
            help=_(
                "Plan an organisational transition: a text file turned into dates, proof and calendars.\n\n"
                "Without a command it opens PLAN in the terminal; without a terminal it prints a "
                "summary. PLAN is a folder with a plan.yaml, or such a file; without PLAN the one in "
                "this folder is meant, else the only one under plans/."
            ),
        )
    )
)
"""What `transition-planner` runs."""
