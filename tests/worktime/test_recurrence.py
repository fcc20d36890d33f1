from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr

from transition_planner.worktime.instant import date_of
from transition_planner.worktime.recurrence import Recurrence

START = date(2027, 1, 11)


def test_the_board_meets_on_second_tuesdays() -> None:
    board = Recurrence("FREQ=MONTHLY;BYDAY=2TU", START, None)
    assert [date_of(day).isoformat() for day in board.days(2027)] == [
        "2027-01-12",
        "2027-02-09",
        "2027-03-09",
        "2027-04-13",
        "2027-05-11",
        "2027-06-08",
        "2027-07-13",
        "2027-08-10",
        "2027-09-14",
        "2027-10-12",
        "2027-11-09",
        "2027-12-14",
    ]


def test_years_may_be_asked_in_any_order_and_again() -> None:
    board = Recurrence("FREQ=MONTHLY;BYDAY=2TU", START, None)
    later = board.days(2031)
    assert [len(board.days(year)) for year in (2026, 2027, 2029, 2031, 2199, 2027)] == [0, 12, 12, 12, 12, 12]
    assert board.days(2031) == later


def test_its_last_day_is_inside() -> None:
    rule = Recurrence("FREQ=DAILY", START, date(2027, 1, 13))
    assert [date_of(day).day for day in rule.days(2027)] == [11, 12, 13]
    assert rule.days(2028) == ()


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH;WKST=SU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31",
        "FREQ=YEARLY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO",
        "FREQ=YEARLY;BYYEARDAY=-1,100",
        "FREQ=YEARLY;BYEASTER=-2",
        "FREQ=DAILY;INTERVAL=17;COUNT=40",
        "FREQ=DAILY;INTERVAL=17;UNTIL=20290228",
        "FREQ=DAILY;BYHOUR=9,15;BYMINUTE=0,30",
        "RRULE:FREQ=WEEKLY;BYDAY=FR",
    ],
)
def test_it_names_the_days_that_dateutil_names(text: str) -> None:
    first = datetime.fromisoformat("2027-01-11")
    expected = {
        moment.date()
        for moment in rrulestr(text, dtstart=first).between(
            first, datetime.fromisoformat("2060-12-31T23:59"), inc=True
        )
    }
    rule = Recurrence(text, START, None)
    assert [date_of(day) for year in range(2025, 2061) for day in rule.days(year)] == sorted(expected)


@pytest.mark.parametrize("frequency", ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"])
def test_a_rule_that_names_no_day_ends_soon(frequency: str) -> None:
    rule = Recurrence(f"FREQ={frequency};BYMONTH=2;BYMONTHDAY=30", START, None)
    assert rule.days(2027) == ()
    assert rule.days(2199) == ()


def test_a_rule_by_easter_ends_where_dateutil_knows_no_easter() -> None:
    rule = Recurrence("FREQ=YEARLY;BYEASTER=0;BYMONTH=12", START, None)
    assert rule.days(2027) == ()
    assert rule.days(2199) == ()
