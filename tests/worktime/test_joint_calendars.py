"""Calendars made of others: the time that all have, and the time that any has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.worktime.conftest import instant

from transition_planner.locales import speaking
from transition_planner.worktime.reasons import reasons

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.worktime.calendars import Calendars

    Make = Callable[..., Calendars]

OTHERS = {
    "late": {"week": "mon-fri 11:00-19:00"},
    "saturdays": {"week": "sat 10:00-16:00"},
    "board": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU"}},
}
MONDAY, TUESDAY = ("2027-01-11T00:00", "2027-01-12T00:00"), ("2027-01-12T00:00", "2027-01-13T00:00")


@pytest.mark.parametrize(
    ("names", "day", "hours"),
    [
        # The office works 08-12 and 13-16.
        (("office", "late"), MONDAY, 4),
        (("late", "board"), MONDAY, 0),
        (("late", "board"), TUESDAY, 4),
        (("board", "late", "office"), TUESDAY, 4),
        (("late", "always"), MONDAY, 8),
    ],
)
def test_what_calendars_have_in_common(
    make: Make, names: tuple[str, ...], day: tuple[str, str], hours: int
) -> None:
    calendar = make(OTHERS).common(*names)
    assert calendar.work(instant(day[1])) - calendar.work(instant(day[0])) == hours * 60


def test_a_common_calendar_counts_days_as_the_first_one_does(make: Make) -> None:
    calendars = make(OTHERS)
    assert calendars.common("late", "office").day_minutes == 480
    assert calendars.common("office", "late").day_minutes == 420
    assert calendars.common("office", "late") is calendars.common("office", "late")


def test_a_common_calendar_is_closed_for_the_reasons_of_all(make: Make) -> None:
    calendar = make(OTHERS).common("late", "board")
    with speaking("en"):
        assert [str(reason) for reason in reasons(calendar, date(2027, 1, 13))] == ["outside the window"]
        assert [str(reason) for reason in reasons(calendar, date(2027, 7, 6))] == ["July holiday"]


def test_what_any_of_some_calendars_has(make: Make) -> None:
    calendars = make(OTHERS)
    calendar = calendars.either([calendars["late"], calendars["saturdays"], calendars["board"]])
    spans = (MONDAY, TUESDAY, ("2027-01-16T00:00", "2027-01-17T00:00"))
    worked = [calendar.work(instant(last)) - calendar.work(instant(first)) for first, last in spans]
    # On Tuesday the board from 08 to 11 and with the others from 11 to 19; on Saturday six hours.
    assert worked == [480, 660, 360]
    assert calendar.day_minutes == 480


def test_days_that_none_works_on_have_the_reasons_of_each(make: Make) -> None:
    calendars = make(OTHERS)
    calendar = calendars.either([calendars["saturdays"], calendars["board"]])
    assert reasons(calendar, date(2027, 1, 12)) == ()
    with speaking("en"):
        found = [str(reason) for reason in reasons(calendar, date(2027, 1, 13))]
    assert found == ["outside the window", "no working day of the week"]
