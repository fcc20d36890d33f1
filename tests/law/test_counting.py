from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transition_planner.law.counting import later, latest, month_end, rolled, yearly

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
UNITS = st.sampled_from(["calendar-days", "working-days", "months", "years"])


@pytest.mark.parametrize(
    ("day", "value", "unit", "end"),
    [
        (date(2027, 8, 17), 14, "calendar-days", date(2027, 8, 31)),  # the day of the notice is not counted
        (date(2027, 1, 31), 1, "months", date(2027, 2, 28)),  # a shorter month ends on its last day
        (date(2028, 2, 29), 1, "years", date(2029, 2, 28)),
        (date(2027, 3, 24), 5, "working-days", date(2027, 4, 2)),  # Good Friday 26 Mar, Easter Monday 29 Mar
        (date(2027, 6, 24), 1, "working-days", date(2027, 6, 28)),  # Midsummer Eve is a Friday
        (date(2027, 6, 24), 0, "working-days", date(2027, 6, 24)),
    ],
)
def test_time_ends_as_the_act_counts(day: date, value: int, unit: str, end: date) -> None:
    assert later(day, value, unit) == end


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 6, 19), date(2026, 6, 22)),  # Midsummer Eve
        (date(2026, 12, 24), date(2026, 12, 28)),  # Christmas Eve to the Sunday after
        (date(2027, 5, 1), date(2027, 5, 3)),  # May Day, a Saturday
        (date(2027, 12, 6), date(2027, 12, 7)),  # Independence Day
        (date(2027, 4, 30), date(2027, 4, 30)),
    ],
)
def test_a_last_day_without_work_moves_to_the_next_working_day(day: date, working: date) -> None:
    assert rolled(day) == working


@given(DAYS, st.integers(0, 30), UNITS)
def test_the_latest_day_is_the_last_one_that_does(day: date, value: int, unit: str) -> None:
    found = latest(day, value, unit)
    assert later(found, value, unit) <= day
    assert later(found + timedelta(days=1), value, unit) > day


@given(DAYS, st.dates(date(2027, 1, 1), date(2027, 12, 31)))
def test_a_day_of_the_year_is_the_nearest_on_its_side(day: date, of_year: date) -> None:
    written = f"{of_year:%m-%d}"
    after, before = yearly(day, written, forward=True), yearly(day, written, forward=False)
    assert {f"{after:%m-%d}", f"{before:%m-%d}"} == {written}
    assert 0 <= (after - day).days <= 365
    assert 0 <= (day - before).days <= 365


def test_the_end_of_a_month() -> None:
    assert month_end(date(2028, 2, 3)) == date(2028, 2, 29)
