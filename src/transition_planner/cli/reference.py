"""docs/commands.md, made from the commands themselves by `python -m transition_planner.cli.reference`."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.program import program
from transition_planner.cli.running import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """\
# Commands

`transition-planner` and its short name `tplan` are the same. Data goes to stdout, talk to stderr. Each
command prints its part of this page with `--help`. The page is made by

    python -m transition_planner.cli.reference > docs/commands.md
"""


def reference() -> str:
    """The page as Markdown."""
    root = click.Context(program, info_name=NAME)
    sections = [_HEAD, _section(root, "Without a command"), *_sections(root), _exit_codes()]
    return "\n".join(section.rstrip() + "\n" for section in sections)


def _sections(parent: click.Context) -> Iterator[str]:
    group = cast("click.Group", parent.command)
    for name in group.list_commands(parent):
        command = cast("click.Command", group.get_command(parent, name))
        context = click.Context(command, info_name=name, parent=parent)
        yield _section(context, context.command_path.removeprefix(f"{NAME} "))
        if isinstance(command, click.Group):
            yield from _sections(context)


def _section(context: click.Context, title: str) -> str:
    command = context.command
    usage = f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}"
    records = [each.get_help_record(context) for each in command.params if isinstance(each, click.Option)]
    options = "".join(f"* `{record[0]}`: {_line(record[1])}\n" for record in records if record)
    text = "\n\n".join(map(_line, (command.help or "").split("\n\n")))
    return f"## {title}\n\n    {usage}\n\n{text}\n\n{options}"


def _line(text: str) -> str:
    """The text without line breaks."""
    return " ".join(text.split())


def _exit_codes() -> str:
    lines = "\n".join(f"* {code.value}: {code.meaning}" for code in Exit)
    return f"## Exit codes\n\n{lines}\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
