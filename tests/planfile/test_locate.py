from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from transition_planner.planfile.loading import parse
from transition_planner.planfile.locate import locate

if TYPE_CHECKING:
    from transition_planner.plan.finding import KeyPath

TEXT = """\
# A comment before all.
format: 1
id: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d
title: {fi: Yhdentyminen, en: Merger}
start: 2027-01-11
register: register.yaml
"calendar": 'office'
calendars:
  office:
    week:
      - mon-fri 08:00-12:00
tasks:
  choose:
    title: Choose
    tasks:
      hear:
        duration: 8d
        after:
          - ask FS+5d
        note: |
          Kuullaan
      ask: {duration: 1d}
"""
REGISTER = "objectives:\n  T9:\n    title: Plan\n"
DOCUMENT = parse(TEXT, name="plans/plan.yaml", register_text=REGISTER)
HEAR: KeyPath = ("tasks", "choose", "tasks", "hear")


def marked(at: KeyPath, *, key: bool = False, register: bool = False) -> tuple[str, str]:
    place = locate(DOCUMENT, at, key=key, register=register)
    start = place.column - 1
    return f"{place.file}:{place.line}", place.source[start : start + place.length]


@pytest.mark.parametrize(
    ("at", "line", "text"),
    [
        ((*HEAR, "duration"), 17, "8d"),
        ((*HEAR, "after", 0), 19, "ask FS+5d"),
        ((*HEAR, "after"), 18, "after"),
        ((*HEAR, "note"), 20, "note"),
        (HEAR, 16, "hear"),
        (("tasks", "choose"), 13, "choose"),
        (("tasks", "choose", "title"), 14, "Choose"),
        (("tasks", "choose", "tasks", "ask", "duration"), 22, "1d"),
        (("tasks",), 12, "tasks"),
        (("start",), 5, "2027-01-11"),
        (("calendar",), 7, "'office'"),
        (("title", "en"), 4, "Merger"),
        (("calendars", "office", "week", 0), 11, "mon-fri 08:00-12:00"),
        (("calendars", "office"), 9, "office"),
    ],
)
def test_a_value_is_found(at: KeyPath, line: int, text: str) -> None:
    assert marked(at) == (f"plans/plan.yaml:{line}", text)


@pytest.mark.parametrize(
    ("at", "line", "text"),
    [
        ((*HEAR, "duration"), 17, "duration"),
        (("calendar",), 7, '"calendar"'),
        (("title", "fi"), 4, "fi"),
        (HEAR, 16, "hear"),
    ],
)
def test_a_key_is_found(at: KeyPath, line: int, text: str) -> None:
    assert marked(at, key=True) == (f"plans/plan.yaml:{line}", text)


@pytest.mark.parametrize(
    ("at", "line", "text"),
    [
        ((*HEAR, "owner"), 16, "hear"),
        ((*HEAR, "after", 7), 18, "after"),
        (("tasks", "choose", "tasks", "nobody", "after"), 15, "tasks"),
        (("tasks", "nobody"), 12, "tasks"),
        (("calendars", "summer", "week"), 8, "calendars"),
        (("roles", "board"), 2, "f"),
        ((), 2, "f"),
    ],
)
def test_what_does_not_exist_is_found_at_the_nearest_that_does(at: KeyPath, line: int, text: str) -> None:
    assert marked(at) == (f"plans/plan.yaml:{line}", text)


def test_an_item_of_the_register_is_found_in_its_file() -> None:
    assert marked(("objectives", "T9", "title"), register=True) == ("plans/register.yaml:3", "Plan")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_give_the_same_places(end: str) -> None:
    document = parse(TEXT.replace("\n", end), name="plans/plan.yaml", register_text=REGISTER)
    for at in ((*HEAR, "after", 0), ("calendars", "office", "week", 0), ("tasks",), ("title", "en")):
        assert locate(document, at) == locate(DOCUMENT, at)


def test_a_plan_in_one_flow_map_has_places_too() -> None:
    text = (
        "{format: 1, id: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d, title: x, start: 2027-01-11,\n"
        " tasks: {a: {duration: 1d}, b: {}}}\n"
    )
    document = parse(text)
    assert str(locate(document, ("start",))) == f"plan.yaml:1:{text.index('2027') + 1}"
    assert str(locate(document, ("tasks", "a", "duration"))) == "plan.yaml:2:24"
    assert str(locate(document, ("tasks", "b"))) == "plan.yaml:2:29"


def test_an_entry_longer_than_the_first_stretch_is_read_whole() -> None:
    note = "".join(f"          line {number}\n" for number in range(3000))
    document = parse(
        TEXT.replace("          Kuullaan\n", note)
        .replace("      ask:", "        owner: x\n      ask:")
        .replace("calendars:", "roles: {x: {}}\ncalendars:"),
        register_text=REGISTER,
    )
    place = locate(document, (*HEAR, "owner"))
    assert (place.line, place.source) == (20 + 3000 + 2, "        owner: x")
