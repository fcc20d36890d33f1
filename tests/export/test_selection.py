from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid5

import pytest
import vobject
from tests.export.icslint import lint
from tests.export.small import PLAN, small_plan

from transition_planner.export.ics.caldays import calendar_days
from transition_planner.export.ics.calendar import calendar
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.selection import Selection
from transition_planner.locales import speaking
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from transition_planner.plan.plan import Plan

EVERY = frozenset(Kind)


def _read(plan: Plan, selection: Selection) -> Any:
    data = calendar(schedule(plan), selection, "en")
    assert lint(data) == {}
    return vobject.readOne(data.decode())


def _ids(plan: Plan, selection: Selection) -> list[str]:
    events = _read(plan, selection).contents.get("vevent", [])
    return sorted(each.x_transition_planner_id.value for each in events)


def test_only_the_dates_of_an_organisation_are_given() -> None:
    # From 11 Jan to 1 Aug 2027 there are seven second Tuesdays.
    assert _ids(small_plan(), Selection(EVERY, frozenset({"khmo"}))) == [*["board"] * 7, "choose-model"]


def test_what_has_float_is_left_out_on_request() -> None:
    assert _ids(small_plan(), Selection(critical_only=True)) == [
        "choose",  # the deadline of the phase: what is late stands in it
        "hear-pupils",
        "law-in-force",
        "project-start",
    ]


def test_what_begins_later_is_left_out() -> None:
    assert _ids(small_plan(), Selection(until=date(2027, 1, 20))) == ["hear-pupils", "project-start"]


def test_windows_are_the_days_on_which_a_calendar_in_use_works() -> None:
    # Second Tuesdays from 11 Jan 2027 to the last day of the whole, 22 Jan: only 12 Jan.
    plan = small_plan(
        tasks={"go": {"duration": "10d"}, "vote": {"duration": "1d", "calendar": "board", "decision": True}}
    )
    with speaking("en"):
        found = [each for each in calendar_days(schedule(plan)) if each.kind is Kind.WINDOWS]
    assert [(each.item, each.first, each.last, each.title) for each in found] == [
        ("window:board:2027-01-12", date(2027, 1, 12), date(2027, 1, 12), "board")
    ]


def test_a_closure_over_new_year_is_one_occasion_with_its_reason() -> None:
    plan = small_plan(
        start="2027-12-20",
        calendars={
            "office": {
                "week": "mon-fri 08:00-12:00 13:00-16:00",
                "closed": [
                    {"every": "12-24..01-01", "why": {"en": "Christmas", "fi": "joulu"}},
                    {"from": "2028-06-01", "to": "2028-06-30", "why": "after the end"},
                ],
            }
        },
        roles={},
        tasks={"go": {"duration": "5d"}},
    )
    with speaking("en"):
        (closure,) = calendar_days(schedule(plan))
    assert (closure.kind, closure.first, closure.last) == (
        Kind.CLOSURES,
        date(2027, 12, 24),
        date(2028, 1, 1),
    )
    assert (closure.title, closure.description) == ("Christmas", "Christmas\nCalendar: office")
    assert closure.uid == uuid5(PLAN, "closure:office:2027-12-24")


@pytest.mark.parametrize(
    ("link", "type_", "gap"),
    [
        ("go", "FINISHTOSTART", []),
        ("go SS", "STARTTOSTART", []),
        ("go FF+1w", "FINISHTOFINISH", []),
        ("go FS+14ed", "FINISHTOSTART", ["P14D"]),
        ("go FS-36eh", "FINISHTOSTART", ["-P1DT12H0M"]),
        ("go SF+90emin", "STARTTOFINISH", ["PT1H30M"]),
        ("go FS+1emo", "FINISHTOSTART", []),
    ],
)
def test_the_predecessor_names_its_successor(link: str, type_: str, gap: list[str]) -> None:
    plan = small_plan(tasks={"go": {"duration": "5d"}, "then": {"duration": "2d", "after": [link]}})
    file = _read(plan, Selection(EVERY))
    events = {
        each.x_transition_planner_id.value: each
        for each in file.vevent_list
        if each.categories.value[0] == "Task"
    }
    relation = events["go"].related_to
    assert relation.value == events["then"].uid.value
    assert relation.params == {"RELTYPE": [type_], **({"GAP": gap} if gap else {})}
    assert "related-to" not in events["then"].contents
    assert events["then"].x_transition_planner_link.value == link


def test_alarms_ring_at_nine_in_the_morning_of_the_days_before() -> None:
    file = _read(small_plan(), Selection(alarms=frozenset({Kind.DEADLINES})))
    triggers = {
        each.categories.value[0]: [alarm.trigger.value for alarm in each.contents.get("valarm", [])]
        for each in file.vevent_list
    }
    nine = timedelta(hours=9)
    assert triggers["Deadline"] == [nine - timedelta(days=14), nine - timedelta(days=1)]
    assert triggers["Milestone"] == triggers["Decision"] == []


def test_tasks_and_decisions_are_to_dos_with_their_progress() -> None:
    plan = small_plan(
        tasks={
            "done": {"duration": "2d", "started": "2027-01-11", "finished": "2027-01-13"},
            "half": {"duration": "4d", "started": "2027-01-11", "done": "50%"},
            "later": {"duration": "1d"},
            "milestone": {},
        }
    )
    todos = {
        each.x_transition_planner_id.value: each for each in _read(plan, Selection(todos=True)).vtodo_list
    }
    assert todos.keys() == {"done", "half", "later"}
    told = {
        id_: (each.status.value, each.percent_complete.value, each.due.value, "dtstart" in each.contents)
        for id_, each in todos.items()
    }
    assert told == {
        "done": ("COMPLETED", "100", date(2027, 1, 13), True),
        "half": ("IN-PROCESS", "50", date(2027, 1, 14), True),
        "later": ("NEEDS-ACTION", "0", date(2027, 1, 11), False),
    }
    assert todos["done"].completed.value.date() == date(2027, 1, 13)


def test_decisions_are_journal_entries_too_and_drafts_until_they_are_made() -> None:
    (entry,) = _read(small_plan(), Selection(journals=True)).vjournal_list
    assert (entry.status.value, entry.dtstart.value) == ("DRAFT", date(2027, 2, 9))
    made = small_plan(tasks={"vote": {"decision": True, "duration": "1d", "finished": "2027-01-11"}})
    (entry,) = _read(made, Selection(journals=True)).vjournal_list
    assert entry.status.value == "FINAL"
