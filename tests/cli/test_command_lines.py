"""The lines of the pages are commands that there are, with options that they have."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from transition_planner.cli.program import program

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", *(f"docs/{name}.md" for name in ("calendars", "ci", "modes", "progress", "semantics")))


def _lines(page: str) -> list[str]:
    """The lines with the program's commands, without what is said of them behind."""
    text = (ROOT / page).read_text(encoding="utf-8")
    lines = re.findall(r"^ {4}(?:tplan|transition-planner) (.*)$", text, re.MULTILINE)
    return [line.split("  #")[0].strip() for line in lines]


ALL = [(page, line) for page in PAGES for line in _lines(page)]


def test_the_pages_have_such_lines() -> None:
    assert {page for page, _line in ALL} >= {
        "README.md",
        "docs/calendars.md",
        "docs/modes.md",
        "docs/progress.md",
    }


@pytest.mark.parametrize(("page", "line"), ALL)
def test_each_line_is_a_command_with_options_that_it_has(page: str, line: str) -> None:  # noqa: ARG001  # names the case
    words = shlex.split(line.split(" > ", maxsplit=1)[0])
    command: click.Command = program
    context = click.Context(program)
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        if found is None:  # a plan alone opens it
            return
        command, words = found, words[1:]
    command.make_parser(context).parse_args(words)
