from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.planfile.datefiles.test_icsfile import calendar

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Tplan

PLAN = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: A plan
start: 2027-01-11
calendars:
  board:
    week: mon-fri 08:00-16:00
    only: {from-file: board.ics}
tasks:
  choose: {duration: 1d, calendar: board}
"""
FIRST = calendar("DTSTART:20270112T150000Z\nSUMMARY:Board", "DTSTART:20270209T150000Z\nSUMMARY:Board")
LATER = FIRST.replace("20270112", "20270119")
LINES = [
    "-    only: {from-file: board.ics}",
    "+    only:",
    "+      from-file: board.ics",
    "+      frozen:",
    "+        - {'on': 2027-01-12, why: Board}",
    "+        - {'on': 2027-02-09, why: Board}",
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "board.ics").write_text(FIRST, encoding="utf-8")
    return tmp_path / "plan.yaml"


def _start(tplan: Tplan, plan: Path) -> str:
    start: str = json.loads(tplan("schedule", "--json", plan).out)["tasks"][0]["start"]
    return start


def test_days_are_shown_first_and_frozen_on_consent(tplan: Tplan, plan: Path) -> None:
    ended = tplan("calendars", "freeze", plan)
    assert (ended.code, ended.out.splitlines()) == (1, LINES)
    assert ended.err == (
        "Nothing was written. --yes writes it without a question.\nboard: 2 entries from board.ics\n"
    )
    assert plan.read_text(encoding="utf-8") == PLAN
    ended = tplan("calendars", "freeze", "--yes", plan)
    assert (ended.code, ended.out.splitlines()) == (0, LINES)
    assert "- {'on': 2027-02-09, why: Board}" in plan.read_text(encoding="utf-8")
    again = tplan("calendars", "freeze", plan)
    assert (again.code, again.out) == (0, "")
    assert again.err.endswith("The plan has the days of its files already.\n")


def test_a_file_moves_dates_until_its_days_are_frozen_and_check_tells_of_it_then(
    tplan: Tplan, plan: Path
) -> None:
    (plan.parent / "board.ics").write_text(LATER, encoding="utf-8")
    assert _start(tplan, plan) == "2027-01-19"
    (plan.parent / "board.ics").write_text(FIRST, encoding="utf-8")
    assert tplan("calendars", "freeze", "--yes", plan).code == 0
    assert "TP107" not in tplan("check", plan).out
    (plan.parent / "board.ics").write_text(LATER, encoding="utf-8")
    assert _start(tplan, plan) == "2027-01-12"
    told = tplan("check", plan).out
    assert (
        "plan.yaml:9:18: info TP107: board.ics says something else than the plan: 1 entry is new, 1 is gone"
        in told
    )
    (plan.parent / "board.ics").unlink()
    told = tplan("check", plan).out
    assert "info TP107: board.ics: cannot be read (No such file or directory)" in told


def test_json_tells_what_would_change(tplan: Tplan, plan: Path) -> None:
    told = {
        "plan": "6f1c0e1a-0000-4000-8000-000000000000",
        "changed": LINES,
        "entries": [{"calendar": "board", "file": "board.ics", "days": 2}],
    }
    ended = tplan("calendars", "freeze", "--json", plan)
    assert (ended.code, json.loads(ended.out)) == (1, {**told, "written": False})
    ended = tplan("calendars", "freeze", "--json", "--yes", plan)
    assert (ended.code, json.loads(ended.out)) == (0, {**told, "written": True})


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 1)])
def test_a_person_is_asked(
    tplan: Tplan, plan: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    asked: list[str] = []

    def reply(text: str, **_options: object) -> bool:
        asked.append(text)
        return answer == "y"

    monkeypatch.setattr("transition_planner.cli.editing.on_terminal", lambda: True)
    monkeypatch.setattr("transition_planner.cli.editing.click.confirm", reply)
    assert tplan("calendars", "freeze", plan).code == code
    assert asked == ["Write this into the plan?"]
    assert (plan.read_text(encoding="utf-8") == PLAN) == (answer == "n")


def test_a_broken_file_is_told_and_nothing_is_written(tplan: Tplan, plan: Path) -> None:
    assert tplan("calendars", "freeze", "--yes", plan).code == 0
    before = plan.read_bytes()
    (plan.parent / "board.ics").write_text("<html>", encoding="utf-8")
    ended = tplan("calendars", "freeze", "--yes", plan)
    assert (ended.code, ended.out, ended.err) == (
        3,
        "",
        "Error: board.ics:1:1: it does not begin with BEGIN:VCALENDAR\n",
    )
    assert plan.read_bytes() == before


def test_without_files_there_is_nothing_to_do(tplan: Tplan, plan: Path) -> None:
    plan.write_text(PLAN.replace("from-file: board.ics", "on: 2027-01-12"), encoding="utf-8")
    ended = tplan("calendars", "freeze", plan)
    assert (ended.code, ended.out, ended.err) == (0, "", "No calendar names a file.\n")
