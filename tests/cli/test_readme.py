from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transition_planner.cli.program import program
from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from tests.cli.conftest import Tplan

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_plan_in_the_readme_is_one() -> None:
    (text,) = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert len(text.splitlines()) == 15
    made = schedule(parse(text).plan)
    assert made.last_day_of_all == date(2027, 2, 9)


def test_every_command_in_the_readme_exists() -> None:
    commands = set(re.findall(r"tplan ([a-z-]+)(?= |`)", README)) - {"plans"}
    assert commands == set(program.list_commands(click.Context(program))) - {"merge-driver", "summary", "tui"}


def test_the_pages_that_the_readme_points_at_exist() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_commands_of_the_first_five_minutes_run(tplan: Tplan, in_root: None) -> None:  # noqa: ARG001  # a fixture
    lines = re.findall(r"^    tplan (.*?plans/demo)\b", README, re.MULTILINE)
    assert len(lines) == 4
    for line in lines:
        assert tplan(*line.split()).code == 0


def test_no_picture_tells_where_on_a_disk_it_was_made() -> None:
    pictures = list((ROOT / "docs").rglob("*.svg"))
    assert len(pictures) >= 8
    for picture in pictures:
        assert "/plans/" not in picture.read_text(encoding="utf-8"), picture
