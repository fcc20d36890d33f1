"""Write docs/commands.md from the commands themselves: `python -m tests.cli.commandspage`, from the root."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.program import program
from transition_planner.cli.running import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"

_INTRODUCTION = """\
# The commands

Written from the commands' own help by `python -m tests.cli.commandspage`.

`transition-planner` and its short name `tplan` are the same. Data goes to stdout, talk to stderr. Each command
prints its part of this page with `--help`.
"""


def page() -> str:
    """The whole page."""
    root = click.Context(program, info_name=NAME)
    codes = "\n".join(f"* {code.value}: {code.meaning}" for code in Exit)
    sections = (
        _INTRODUCTION,
        _section(root, "Without a command"),
        *_commands(root),
        f"## Exit codes\n\n{codes}",
    )
    return "\n".join(section.rstrip() + "\n" for section in sections)


def _commands(parent: click.Context) -> Iterator[str]:
    group = cast("click.Group", parent.command)
    for name in group.list_commands(parent):
        command = cast("click.Command", group.get_command(parent, name))
        context = click.Context(command, info_name=name, parent=parent)
        yield _section(context, context.command_path.removeprefix(f"{NAME} "))
        if isinstance(command, click.Group):
            yield from _commands(context)


def _section(context: click.Context, title: str) -> str:
    command = context.command
    usage = f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}"
    text = "\n\n".join(map(_line, (command.help or "").split("\n\n")))
    records = [each.get_help_record(context) for each in command.params if isinstance(each, click.Option)]
    options = "".join(f"* `{record[0]}`: {_line(record[1])}\n" for record in records if record)
    return f"## {title}\n\n    {usage}\n\n{text}\n\n{options}"


def _line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
