"""Plans that take days from files beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.planfile.datefiles.test_icsfile import calendar

from transition_planner.planfile.datefiles.freezing import freezing
from transition_planner.planfile.datefiles.reading import LARGEST, MOST
from transition_planner.planfile.datefiles.resolving import live_files
from transition_planner.planfile.edits import EditRefused, SetPlanField, apply
from transition_planner.planfile.loading import PlanFileError, load, parse
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.calendars import Calendars
from transition_planner.worktime.reasons import reasons

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document

PLAN = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: A plan
start: 2027-01-11
calendar: office
calendars:
  office:
    week: mon-fri 08:00-16:00
    closed:
      - {from-file: closed.ics}   # of the city
      - {from-file: more.csv, why: {en: by the plan}}
  board: {within: office, only: {from-file: board.ics}}
tasks:
  draft: {duration: 1d}
  choose: {duration: 1d, calendar: board, after: [draft]}
"""
BOARD = calendar(
    "DTSTART;TZID=Europe/Helsinki:20270112T170000\nRRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3\nSUMMARY:Board"
)
CLOSED = calendar(
    "DTSTART;VALUE=DATE:20270111\nDTEND;VALUE=DATE:20270113\nSUMMARY:Holiday",
    "DTSTART:20270114T080000Z\nSUMMARY:A meeting closes no day",
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    (tmp_path / "closed.ics").write_text(CLOSED, encoding="utf-8")
    (tmp_path / "more.csv").write_text("\ufeffon,why\n2027-01-13,\n2027-01-15,Own\n", encoding="utf-8")
    (tmp_path / "board.ics").write_text(BOARD, encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return tmp_path / "plan.yaml"


def test_days_of_files_close_and_open_with_their_reasons(plan: Path) -> None:
    made = schedule(load(plan).plan)
    # Monday to Wednesday are closed; the board meets on 12 Jan, which is closed, and on 9 Feb.
    assert [made.first_day(made.outline.row[task]) for task in ("draft", "choose")] == [
        date(2027, 1, 14),
        date(2027, 2, 9),
    ]
    office = Calendars(load(plan).plan)["office"]
    told = {day: [str(each) for each in reasons(office, date(2027, 1, day))] for day in (11, 13, 14, 15)}
    assert told == {11: ["Holiday"], 13: ["by the plan"], 14: [], 15: ["Own"]}


def test_a_window_without_days_in_its_file_is_never_open(plan: Path) -> None:
    (plan.parent / "board.ics").write_text(calendar(), encoding="utf-8")
    office, board = (Calendars(load(plan).plan)[name] for name in ("office", "board"))
    assert office.works_on(date(2027, 2, 9))
    assert not board.works_on(date(2027, 2, 9))


FROZEN = """\
    closed:
      - from-file: closed.ics
        frozen:
          - {from: 2027-01-11, to: 2027-01-12, why: Holiday}   # of the city
      - from-file: more.csv
        why: {en: by the plan}
        frozen:
          - {'on': 2027-01-13}
          - {'on': 2027-01-15, why: Own}
  board:
    within: office
    only:
      from-file: board.ics
      frozen:
        - {'on': 2027-01-12, why: Board}
        - {'on': 2027-02-09, why: Board}
        - {'on': 2027-03-09, why: Board}
"""


def _frozen(plan: Path) -> Document:
    document = load(plan)
    for each in freezing(document):
        document = apply(document, each.edit).document
    return document


def test_frozen_days_stand_in_the_plan_one_a_line_and_count_whatever_the_files_say(plan: Path) -> None:
    before = load(plan)
    after = _frozen(plan)
    head, tail = PLAN.split("    closed:\n")
    assert after.text == f"{head}{FROZEN}{tail[tail.index('tasks:') :]}"
    assert (live_files(before.plan), live_files(after.plan)) == (("closed.ics", "more.csv", "board.ics"), ())
    plan.write_text(after.text, encoding="utf-8")
    for name in ("closed.ics", "more.csv", "board.ics"):
        (plan.parent / name).unlink()
    read = load(plan)
    assert read.plan == after.plan
    # Other files do not matter: only dates.
    old, new = schedule(before.plan), schedule(read.plan)
    assert [old.first_day(row) for row in range(2)] == [new.first_day(row) for row in range(2)]


def test_days_that_are_frozen_already_change_nothing(plan: Path) -> None:
    plan.write_text(_frozen(plan).text, encoding="utf-8")
    assert _frozen(plan).text == plan.read_text(encoding="utf-8")


def test_an_edit_of_the_calendars_keeps_the_days_of_their_files(plan: Path) -> None:
    before = load(plan)
    after = apply(before, SetPlanField(("calendars", "office", "title"), "Office")).document
    assert after.plan.calendars["board"] == before.plan.calendars["board"]
    assert after.plan.calendars["office"].closed == before.plan.calendars["office"].closed
    with pytest.raises(EditRefused, match=r"none\.ics: cannot be read \(No such file or directory\)"):
        apply(before, SetPlanField(("calendars", "other"), {"only": {"from-file": "none.ics"}}))


def test_a_plan_in_memory_has_no_days_of_files() -> None:
    document = parse(PLAN)
    assert Calendars(document.plan)["office"].works_on(date(2027, 1, 11))


def test_files_are_read_from_elsewhere_on_request() -> None:
    files = {"closed.ics": CLOSED.encode(), "more.csv": b"on\n2027-02-01\n"}
    document = parse(PLAN, read_file=files.get)
    office = Calendars(document.plan)["office"]
    assert not office.works_on(date(2027, 1, 11))
    assert not office.works_on(date(2027, 2, 1))


def _refused(plan: Path, name: str, data: bytes | None) -> str:
    (plan.parent / name).unlink()
    if data is not None:
        (plan.parent / name).write_bytes(data)
    with pytest.raises(PlanFileError) as raised:
        load(plan)
    (finding,) = raised.value.findings
    assert finding.code == "TP006"
    assert finding.hint
    return f"{finding.place}: {finding.message}".replace(str(plan), "plan.yaml")


MANY = "\n".join(["on", *(str(date(2027, 1, 1) + timedelta(days=day)) for day in range(MOST + 1))])


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("board.ics", None, "plan.yaml:12:45: board.ics: cannot be read (No such file or directory)"),
        ("board.ics", b"\x00" * (LARGEST + 1), "plan.yaml:12:45: board.ics is larger than 2 MB"),
        (
            "board.ics",
            BOARD.replace("MONTHLY;BYDAY=2TU", "HOURLY").encode(),
            "board.ics:6:1: 'FREQ=HOURLY;COUNT=3' recurs within the day",
        ),
        ("more.csv", b"on\n2027-01-13\n13.13.2027\n", "more.csv:3:1: '13.13.2027' is not a day"),
        (
            "more.csv",
            "on,why\n2027-01-13,Hiihtolomapäiviä\n".encode("cp1252"),
            "more.csv:2:23: this is not written in UTF-8: save the file in that encoding",
        ),
        (
            "more.csv",
            MANY.encode(),
            "plan.yaml:11:21: more.csv: it has more than 2000 dates from 2026-01-01 to 2037-12-31",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_place(
    plan: Path, name: str, data: bytes | None, expected: str
) -> None:
    assert _refused(plan, name, data).startswith(expected)


@pytest.mark.parametrize("name", ["../outside.ics", "/etc/x.ics", "link.ics"])
def test_files_stay_in_the_folder_of_the_plan(tmp_path: Path, plan: Path, name: str) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "outside.ics").write_text(BOARD, encoding="utf-8")
    (folder / "link.ics").symlink_to(tmp_path / "outside.ics")
    inner = folder / plan.name
    inner.write_text(
        PLAN.replace("board.ics", name).replace("closed.ics", "board.ics").replace("more.csv", "board.ics"),
        encoding="utf-8",
    )
    (folder / "board.ics").write_text(BOARD, encoding="utf-8")
    with pytest.raises(PlanFileError) as raised:
        load(inner)
    assert [each.message for each in raised.value.findings] == [f"{name} lies outside the plan's folder"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{from-file: dates.txt}", "'dates.txt' is no file of dates: name one that ends in .ics or .csv"),
        ("{from-file: a.ics, on: 2027-01-11}", "give one of: on, from with to, every, rrule, or from-file"),
        ("{on: 2027-01-11, frozen: []}", "frozen goes with from-file: it keeps the days of the file"),
        ("{from-file: a.ics, frozen: [{from: 2027-01-11}]}", "give one of: on, or from with to"),
        ("{from-file: a.ics, frozen: [{every: 06-06}]}", "every is no key of the days of a file"),
    ],
)
def test_what_an_entry_cannot_say_is_told(entry: str, message: str) -> None:
    with pytest.raises(PlanFileError) as raised:
        parse(PLAN.replace("{from-file: board.ics}", entry))
    assert [each.message for each in raised.value.findings] == [message]
