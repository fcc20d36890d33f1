"""Tasks that wait for each other in a circle: what commands tell of the rest, and which refuse to go half the way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.schedule.dateless import no_dates_of_undated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Tplan

PLAN = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: Circles
start: 2027-01-11
calendar: office
calendars: {office: {week: mon-fri 08:00-16:00}}
status-date: 2027-01-13
roles: {lead: {title: Lead, side: ours}}
tasks:
  begin: {title: Begin, duration: 1d, owner: lead}
  agree: {title: Agree, duration: 5d, after: [begin, sign], owner: lead, deadline: 2027-01-12}
  sign: {title: Sign, duration: 1d, after: [agree]}
  opens: {title: It opens, key: true, after: [sign]}
  beside: {title: Beside, duration: 3d}
  told: {title: Told, key: true, after: [beside]}
"""
SAID = (
    "Tasks wait for each other in a circle: agree → sign → agree.\n"
    "3 tasks have no dates until that is broken; `transition-planner check` shows the place.\n"
)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Path]:
    file = tmp_path / "plan.yaml"
    file.write_text(PLAN, encoding="utf-8")
    with no_dates_of_undated():
        yield file


def test_the_table_has_the_dates_of_the_rest(tplan: Tplan, plan: Path) -> None:
    ended = tplan("schedule", plan)
    assert (ended.code, ended.err) == (0, SAID)
    assert [" ".join(line.split()) for line in ended.out.splitlines()[1:]] == [
        "Begin Mon 11 Jan 2027 Mon 11 Jan 2027 1d 2 d begin",
        "Agree no dates 5d agree",
        "Sign no dates 1d sign",
        "It opens no dates opens",
        "Beside Mon 11 Jan 2027 Wed 13 Jan 2027 3d 0 d * beside",
        "Told Wed 13 Jan 2027 Wed 13 Jan 2027 0 d * told",
    ]


def test_in_json_dates_that_are_none_are_null_and_the_circle_is_told(tplan: Tplan, plan: Path) -> None:
    told = json.loads(tplan("schedule", plan, "--json").out)
    by_id = {task["id"]: task for task in told["tasks"]}
    assert told["finish"] is None
    assert by_id["begin"]["circle"] is None
    for id_ in ("agree", "sign", "opens"):
        assert by_id[id_]["circle"] == ["agree", "sign", "agree"]
        assert [by_id[id_][field] for field in ("start", "finish", "float_days")] == [None] * 3
        assert (by_id[id_]["critical"], by_id[id_]["missed"]) == (False, [])


def test_one_task_is_shown_with_the_reason_and_its_neighbours(tplan: Tplan, plan: Path) -> None:
    lines = tplan("show", "agree", plan).out.splitlines()
    assert "Dates: “Agree” has no dates: it waits in a circle, agree → sign → agree." in lines
    assert "  Begin (begin), FS, Mon 11 Jan 2027" in lines
    assert "  Sign (sign), FS, no dates" in lines
    told = json.loads(tplan("show", "opens", plan, "--json").out)
    assert (told["early_start"], told["late_finish"], told["free_float_days"]) == (None, None, None)
    assert [each["id"] for each in json.loads(tplan("show", "begin", plan, "--json").out)["successors"]] == [
        "agree"
    ]


def test_why_tells_the_circle(tplan: Tplan, plan: Path) -> None:
    assert tplan("why", "opens", plan).out == (
        "“It opens” has no dates: it waits for a circle, agree → sign → agree.\n"
    )
    (step,) = json.loads(tplan("why", "opens", plan, "--json").out)["chain"]
    assert (step["reason"], step["circle"]) == ("circle", ["agree", "sign", "agree"])


def test_the_page_of_a_plan_knows_no_finish(tplan: Tplan, plan: Path) -> None:
    out = tplan("summary", plan).out
    assert "Finish: not known\n" in out
    assert "Key milestones:\n  Wed 13 Jan 2027  Told\n  no dates         It opens\n" in out
    assert "Critical path:\n\n" in out
    told = json.loads(tplan("summary", plan, "--json").out)
    assert [each["date"] for each in told["key_milestones"]] == ["2027-01-13", None]
    assert told["critical_path"] == []


def test_the_standing_is_that_of_the_rest(tplan: Tplan, plan: Path) -> None:
    ended = tplan("status", plan, "--json")
    told = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, SAID)
    assert set(told["should_have_started"]) == {"begin", "beside", "told"}
    assert "It is not compared with a baseline" in tplan("status", plan).err


@pytest.mark.parametrize(("task", "dates"), [("agree", "no dates"), ("begin", "Tue 12 Jan 2027")])
def test_progress_is_written_down_all_the_same(tplan: Tplan, plan: Path, task: str, dates: str) -> None:
    ended = tplan("progress", task, "--started", "2027-01-12", plan)
    assert ended.code == 0
    assert f"({task}): {dates}\n" in ended.err
    assert f"{task}: {{title: {task.title()}" in plan.read_text("utf-8")
    assert "started: 2027-01-12" in plan.read_text("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "ics", "-o", "OUT"),
        ("export", "ics", "--each-organisation", "OUT"),
        ("critical",),
    ],
    ids=["a calendar", "a calendar for each organisation", "the critical path"],
)
def test_what_others_rely_on_is_refused_whole(
    tplan: Tplan, plan: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    out = tmp_path / "out"
    ended = tplan(*(str(out) if each == "OUT" else each for each in arguments), plan)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(
        "Error: There are no dates: tasks wait for each other in a circle: agree → sign"
    )
    assert not out.exists()


def test_check_tells_the_circle_and_the_findings_of_the_rest(tplan: Tplan, plan: Path) -> None:
    text = PLAN.replace("Beside, duration: 3d", "Beside, duration: 3d, deadline: 2027-01-12")
    plan.write_text(text, encoding="utf-8")
    ended = tplan("check", plan)
    assert ended.code == 1
    assert (
        "plan.yaml:11:54: error TP101: tasks wait for each other in a circle: agree → sign → agree"
        in ended.out
    )
    assert "error TP201: beside finishes on 2027-01-13, 1 day late for its deadline" in ended.out
    assert "deadline 2027-01-12 of agree" not in ended.out
