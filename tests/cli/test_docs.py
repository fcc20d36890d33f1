"""The lines of the pages are commands that there are, and those about git do what they say."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from transition_planner.cli.program import program

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

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


def test_the_lines_about_git_and_progress_run(
    tplan: Tplan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments),  # noqa: S607  # the system's
            check=True,
            capture_output=True,
        )

    shutil.copytree(ROOT / "plans" / "demo", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    git("init", "-q")
    git("add", "plan.yaml")
    git("commit", "-qm", "One")
    git("tag", "v1")
    assert tplan("progress", "ask-members", "--started", "2027-01-13").code == 0
    git("commit", "-qam", "Two")
    git("tag", "v2")
    lines = [line.split(" > ")[0] for line in _lines("docs/progress.md") if not line.startswith("choose")]
    assert len(lines) == 9
    for line in lines:
        ended = tplan(*shlex.split(line))
        assert (line, ended.code, ended.err.count("Error")) == (line, 0, 0)
