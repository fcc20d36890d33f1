"""A group of commands that imports only the command it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path


class LazyGroup(click.Group):
    """Its commands are the modules of a package: each defines `command`, and its docstring is the help.

    The list of commands in `--help` needs the first line of each docstring; it is read from the file as text,
    because importing ten commands would cost more than the whole of `--help` may.
    """

    def __init__(self, *, package: str, folder: Path, **settings: Any) -> None:
        super().__init__(**settings)
        self.package = package
        self.folder = folder

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """The names of the commands, in the order of the alphabet."""
        return sorted(path.stem.replace("_", "-") for path in self.folder.glob("[!_]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = import_module(f"{self.package}.{_module(cmd_name)}")
        command: click.Command = module.command
        command.name = cmd_name
        command.help = translated_help(module.__doc__ or "")
        return command

    def summary(self, name: str) -> str:
        """The first line of a command's docstring, without importing the command."""
        with (self.folder / f"{_module(name)}.py").open(encoding="utf-8") as lines:
            return _(lines.readline().strip().strip('"'))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with their summaries."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, self.summary(name)) for name in self.list_commands(ctx)])


def _module(name: str) -> str:
    """The module of a command: `merge-driver` is in merge_driver.py."""
    return name.replace("-", "_")


def translated_help(docstring: str) -> str:
    """A docstring as click's help, in the language spoken now but for the paragraph about JSON."""
    return "\n\n".join(each if each.startswith("JSON") else _(each) for each in paragraphs(docstring))


def paragraphs(docstring: str) -> list[str]:
    """The paragraphs of a docstring, each on one line."""
    return [" ".join(each.split()) for each in docstring.split("\n\n")]
