from __future__ import annotations

from datetime import date, timedelta

import pytest

from transition_planner.plan.calendar import Days
from transition_planner.worktime.days import expander
from transition_planner.worktime.instant import date_of


def days_of(year: int, **entry: str) -> list[str]:
    expand = expander(Days.model_validate(entry), date(2027, 1, 11))
    return [date_of(number).isoformat() for number in expand(year)]


def test_one_day_is_in_its_year_only() -> None:
    assert days_of(2027, on="2027-05-04") == ["2027-05-04"]
    assert days_of(2028, on="2027-05-04") == []


def test_a_span_is_cut_at_new_year() -> None:
    span = {"from": "2027-12-30", "to": "2029-01-02"}
    assert days_of(2026, **span) == []
    assert days_of(2027, **span) == ["2027-12-30", "2027-12-31"]
    assert len(days_of(2028, **span)) == 366
    assert days_of(2029, **span) == ["2029-01-01", "2029-01-02"]
    assert days_of(2030, **span) == []


def test_a_yearly_span_returns_also_over_new_year() -> None:
    assert days_of(2031, every="06-06") == ["2031-06-06"]
    assert days_of(1999, every="09-01..09-03") == ["1999-09-01", "1999-09-02", "1999-09-03"]
    assert days_of(2027, every="12-30..01-02") == ["2027-01-01", "2027-01-02", "2027-12-30", "2027-12-31"]
    assert len(days_of(2027, every="01-01..12-31")) == 365


def test_29_february_is_left_out_of_years_without_it() -> None:
    assert days_of(2028, every="02-29") == ["2028-02-29"]
    assert days_of(2027, every="02-29") == []
    assert days_of(2028, every="02-27..02-29") == ["2028-02-27", "2028-02-28", "2028-02-29"]
    assert days_of(2027, every="02-27..02-29") == ["2027-02-27", "2027-02-28"]
    assert days_of(2027, every="02-29..03-02") == ["2027-03-01", "2027-03-02"]
    assert len(days_of(2027, every="02-29..02-28")) == 365


@pytest.mark.parametrize(
    "every",
    [
        "06-06",
        "12-24..01-01",
        "02-29",
        "02-29..03-02",
        "02-27..02-29",
        "02-29..02-28",
        "01-01..12-31",
        "03-01..02-28",
    ],
)
@pytest.mark.parametrize("year", [2027, 2028, 2100])
def test_a_yearly_span_names_the_days_that_lie_between_its_ends(every: str, year: int) -> None:
    first, _, last = every.partition("..")
    last = last or first

    def inside(day: str) -> bool:
        return first <= day <= last if first <= last else day >= first or day <= last

    day, expected = date(year, 1, 1), []
    while day.year == year:
        if inside(day.isoformat()[5:]):
            expected.append(day.isoformat())
        day += timedelta(days=1)
    assert days_of(year, every=every) == expected


def test_a_recurrence_counts_from_the_start_of_the_plan_or_from_its_own() -> None:
    assert days_of(2027, rrule="FREQ=DAILY;INTERVAL=180") == ["2027-01-11", "2027-07-10"]
    assert days_of(2027, rrule="FREQ=DAILY;INTERVAL=180", **{"from": "2027-02-01"}) == [
        "2027-02-01",
        "2027-07-31",
    ]
