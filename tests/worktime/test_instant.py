from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.worktime.instant import (
    add_months,
    date_of,
    day_number,
    from_date,
    latest_before,
    to_date,
    to_datetime,
)

moments = st.datetimes(datetime.fromisoformat("1970-01-01"), datetime.fromisoformat("2199-12-31")).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
months = st.integers(-60, 60)


def at(text: str) -> int:
    return from_date(datetime.fromisoformat(text))


def test_instants_count_minutes_since_1970() -> None:
    assert from_date(date(1970, 1, 1)) == 0
    assert at("1970-01-02T00:01") == 1441
    assert from_date(date(1969, 12, 31)) == -1440
    assert from_date(date(2027, 1, 11)) == 20_829 * 1440


@given(moments)
def test_an_instant_gives_its_moment_back(moment: datetime) -> None:
    instant = from_date(moment)
    assert to_datetime(instant) == moment
    assert to_date(instant) == moment.date()
    assert from_date(moment.date()) == instant - moment.hour * 60 - moment.minute


def test_days_have_numbers() -> None:
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(2000, 3, 1)) == 11_017
    assert date_of(11_017) == date(2000, 3, 1)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2027-01-31T10:00", 1, "2027-02-28T10:00"),
        ("2027-12-31T10:00", 2, "2028-02-29T10:00"),
        ("2028-02-29T10:00", 12, "2029-02-28T10:00"),
        ("2027-03-31T00:00", -1, "2027-02-28T00:00"),
        ("2027-01-15T23:59", -13, "2025-12-15T23:59"),
        ("2027-01-15T23:59", 0, "2027-01-15T23:59"),
    ],
)
def test_months_keep_day_and_time_or_end_with_the_month(start: str, count: int, end: str) -> None:
    assert add_months(at(start), count) == at(end)


@given(moments, months)
def test_months_are_those_of_dateutil(moment: datetime, count: int) -> None:
    assert to_datetime(add_months(from_date(moment), count)) == moment + relativedelta(months=count)


@pytest.mark.parametrize(
    ("end", "count", "start"),
    [
        ("2027-03-15T12:00", 1, "2027-02-15T12:00"),
        ("2027-02-28T12:00", 1, "2027-01-31T12:00"),
        ("2027-03-30T12:00", 1, "2027-02-28T23:59"),
        ("2028-02-29T12:00", 12, "2027-02-28T23:59"),
        ("2027-02-28T12:00", -1, "2027-03-31T12:00"),
    ],
)
def test_the_latest_start_before_a_date(end: str, count: int, start: str) -> None:
    assert latest_before(at(end), count) == at(start)


@given(moments, months)
def test_nothing_later_leads_before_the_date(moment: datetime, count: int) -> None:
    end = from_date(moment)
    start = latest_before(end, count)
    assert add_months(start, count) <= end
    # Within four days of any start all ends of a month and the first days of the next have come by.
    later = {*range(start + 1, start + 62), *range(start + 61, start + 4 * 1440, 61)}
    later |= {(start // 1440 + days) * 1440 for days in range(1, 40)}
    assert all(add_months(instant, count) > end for instant in later)


def test_months_out_of_the_years_of_dates_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match=r"^120000 months from 2027-01-01 lead out of the years"):
        add_months(at("2027-01-01"), 120_000)
    with pytest.raises(ValueError, match="lead out of the years"):
        latest_before(at("2027-01-01"), 120_000)
