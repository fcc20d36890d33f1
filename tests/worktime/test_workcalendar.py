from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from transition_planner.plan.quantity import Quantity
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from transition_planner.worktime.calendars import Calendars

    Make = Callable[..., Calendars]
    At = Callable[[str], int]
    Day = Callable[[str], date]


def after(make: Make, at: At, name: str, start: str, quantity: str) -> tuple[str, str]:
    """Where work of this length ends and the work behind it starts."""
    calendar = make({"board": {"within": "office", "only": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}}})[name]
    end = 2 * (calendar.work(at(start)) + calendar.minutes(Quantity.parse(quantity)))
    finish, following = calendar.instant(end), calendar.instant(end + 1)
    return to_datetime(finish).isoformat()[:16], to_datetime(following).isoformat()[:16]


@pytest.mark.parametrize(
    ("start", "quantity", "finish", "following"),
    [
        ("2027-01-11T08:00", "4h", "2027-01-11T12:00", "2027-01-11T13:00"),
        ("2027-01-11T08:00", "8d", "2027-01-20T16:00", "2027-01-21T08:00"),
        # Easter: Good Friday 26 March 2027 to Easter Monday 29 March.
        ("2027-03-25T08:00", "1d", "2027-03-25T16:00", "2027-03-30T08:00"),
        ("2028-04-13T08:00", "2d", "2028-04-18T16:00", "2028-04-19T08:00"),
        ("2029-03-29T15:00", "90min", "2029-04-03T08:30", "2029-04-03T08:30"),
        # Juhannus: Midsummer Eve is the Friday between 19 and 25 June.
        ("2027-06-24T08:00", "1d", "2027-06-24T16:00", "2027-06-28T08:00"),
        ("2028-06-22T08:00", "1d", "2028-06-22T16:00", "2028-06-26T08:00"),
        ("2029-06-21T08:00", "1d", "2029-06-21T16:00", "2029-06-25T08:00"),
        # July 2027 is closed, and 1 August is a Sunday; July 2028 is not.
        ("2027-06-28T08:00", "3d", "2027-06-30T16:00", "2027-08-02T08:00"),
        ("2028-06-28T08:00", "3d", "2028-06-30T16:00", "2028-07-03T08:00"),
        # Independence Day: a Monday, a Wednesday, a Thursday.
        ("2027-12-03T08:00", "1d", "2027-12-03T16:00", "2027-12-07T08:00"),
        ("2028-12-05T08:00", "1d", "2028-12-05T16:00", "2028-12-07T08:00"),
        ("2029-12-05T08:00", "1w", "2029-12-12T16:00", "2029-12-13T08:00"),
        # The Christmas closure over New Year.
        ("2027-12-23T08:00", "1d", "2027-12-23T16:00", "2028-01-03T08:00"),
        ("2028-12-22T08:00", "1d", "2028-12-22T16:00", "2029-01-02T08:00"),
        # Nothing of a lag leaves the weekend where it is.
        ("2027-01-16T10:00", "0d", "2027-01-15T16:00", "2027-01-18T08:00"),
    ],
)
def test_office_work_ends_and_goes_on(
    *, make: Make, at: At, start: str, quantity: str, finish: str, following: str
) -> None:
    assert after(make, at, "office", start, quantity) == (finish, following)


def test_a_board_meets_on_second_tuesdays_and_not_in_july(make: Make, at: At) -> None:
    assert after(make, at, "board", "2027-01-11T08:00", "1d") == ("2027-01-12T16:00", "2027-02-09T08:00")
    assert after(make, at, "board", "2027-06-01T08:00", "1d") == ("2027-06-08T16:00", "2027-08-10T08:00")


@pytest.mark.parametrize(("year", "days"), [(2027, 253 - 22 - 5), (2028, 251 - 3), (2029, 251 - 3)])
def test_a_year_has_the_working_days_of_the_almanac(make: Make, at: At, year: int, days: int) -> None:
    # Finnish working days: 253, 251, 251. July 2027 takes 22, the end of December the rest.
    office = make({})["office"]
    assert office.work(at(f"{year + 1}-01-01T00:00")) - office.work(at(f"{year}-01-01T00:00")) == days * 420


def test_positions_tell_a_finish_from_the_start_behind_it(make: Make, at: At) -> None:
    office = make({})["office"]
    friday = office.position(at("2027-01-15T16:00"))
    assert friday % 2 == 0
    assert [
        office.position(at(moment)) - friday
        for moment in (
            "2027-01-15T12:00",
            "2027-01-15T12:01",
            "2027-01-15T13:00",
            "2027-01-15T13:01",
            "2027-01-15T16:01",
            "2027-01-16T00:00",
            "2027-01-18T00:00",
            "2027-01-18T08:00",
            "2027-01-18T08:01",
        )
    ] == [-360, -359, -359, -358, 1, 1, 1, 1, 2]


def test_work_is_counted_from_new_year_before_the_plans_start(make: Make, at: At) -> None:
    for start in ("2027-01-11", "2027-12-31T12:00"):
        office = make({}, start=start)["office"]
        assert office.work(at("2026-01-01T00:00")) == 0
        assert office.work(at("2026-01-02T16:00")) == 420
        assert office.work(at("2025-12-23T08:00")) == -420


def test_the_next_and_the_last_working_minute(make: Make, at: At) -> None:
    office = make({})["office"]
    for moment, last, first in [
        ("2027-01-16T10:00", "2027-01-15T16:00", "2027-01-18T08:00"),
        ("2027-01-15T16:00", "2027-01-15T16:00", "2027-01-18T08:00"),
        ("2027-01-18T08:00", "2027-01-15T16:00", "2027-01-18T08:00"),
        ("2027-01-18T09:15", "2027-01-18T09:15", "2027-01-18T09:15"),
        ("2027-01-18T12:30", "2027-01-18T12:00", "2027-01-18T13:00"),
    ]:
        assert office.last_work(at(moment)) == at(last)
        assert office.first_work(at(moment)) == at(first)


def test_a_day_works_or_not(make: Make, day: Day) -> None:
    office = make({})["office"]
    days = ["2027-12-03", "2027-12-04", "2027-12-06", "2027-12-07", "2028-01-01", "1999-12-06", "2150-01-02"]
    assert [office.works_on(day(text)) for text in days] == [True, False, False, True, False, False, True]


@pytest.mark.parametrize(
    ("quantity", "minutes"),
    [
        ("90min", 90),
        ("1.5h", 90),
        ("2d", 840),
        ("0.5d", 210),
        ("1w", 2100),
        ("-2d", -840),
        ("7emin", 7),
        ("2eh", 120),
        ("2ed", 2880),
        ("-1ew", -10_080),
        ("0.333h", 20),
    ],
)
def test_quantities_have_minutes(make: Make, quantity: str, minutes: int) -> None:
    assert make({})["office"].minutes(Quantity.parse(quantity)) == minutes


@pytest.mark.parametrize("quantity", ["50%", "1emo", "2ey"])
def test_what_has_no_fixed_length_is_refused(make: Make, quantity: str) -> None:
    with pytest.raises(ValueError, match=f"^{quantity} is no fixed number of minutes$"):
        make({})["office"].minutes(Quantity.parse(quantity))
