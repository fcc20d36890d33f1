from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from transition_planner.plan.calendar import Calendar, parse_hours, parse_week


def test_hours_are_minutes_of_the_day() -> None:
    assert parse_hours("08:00-12:00 13:00-24:00") == ((480, 720), (780, 1440))


@pytest.mark.parametrize(
    "text", ["8-12", "12:00-08:00", "08:00-12:00 11:00-13:00", "08:00-24:01", "08:00 to 12:00"]
)
def test_hours_that_overlap_or_run_backwards_are_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # it carries the part refused and is told by the field
        parse_hours(text)


def test_a_week_names_days_and_spans_of_days() -> None:
    morning = ((480, 720),)
    assert parse_week("mon-wed,fri 08:00-12:00") == {0: morning, 1: morning, 2: morning, 4: morning}
    assert sorted(parse_week("sat-mon 08:00-12:00")) == [0, 5, 6]


@pytest.mark.parametrize(
    "week", ["mon-fri", "ma-pe 08:00-12:00", "monday 08:00-12:00", "mon to fri 08:00-12:00", 5]
)
def test_what_is_no_week_is_refused(week: object) -> None:
    with pytest.raises(ValidationError):
        Calendar.model_validate({"week": week})


@pytest.mark.parametrize(
    "days",
    [
        {"on": "2027-05-08"},
        {"from": "2027-07-01", "to": "2027-07-31"},
        {"every": "12-24..01-01", "why": "joululoma"},
        {"rrule": "FREQ=MONTHLY;BYDAY=2TU"},
        {"rrule": "FREQ=WEEKLY;INTERVAL=2", "from": "2027-01-11", "to": "2027-06-30"},
    ],
)
def test_days_have_one_form(days: dict[str, Any]) -> None:
    assert (
        Calendar.model_validate({"only": days}).window[0].model_dump(by_alias=True, exclude_none=True).keys()
        == days.keys()
    )


@pytest.mark.parametrize(
    "days",
    [
        {},
        {"from": "2027-07-01"},
        {"from": "2027-07-31", "to": "2027-07-01"},
        {"on": "2027-05-08", "every": "05-08"},
        {"on": "2027-05-08", "to": "2027-05-09"},
        {"every": "05-08", "from": "2027-05-09"},
        {"rrule": "FREQ=HOURLY"},
        {"rrule": "every Tuesday"},
        {"rrule": ""},
    ],
)
def test_days_of_no_form_or_two_are_refused(days: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Calendar.model_validate({"only": days})


def test_one_thing_may_stand_for_a_list_of_one() -> None:
    calendar = Calendar.model_validate(
        {"week": "mon 08:00-12:00", "holidays": "FI", "only": {"every": "09-01..09-23"}}
    )
    assert (len(calendar.weeks), calendar.regions, len(calendar.window)) == (1, ("FI",), 1)
    assert (Calendar().weeks, Calendar().regions, Calendar().window) == ((), (), ())
