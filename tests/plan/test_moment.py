from __future__ import annotations

from datetime import date, datetime

import pytest
from pydantic import TypeAdapter, ValidationError

from transition_planner.plan.moment import Day, Moment, Yearly

DAY: TypeAdapter[date] = TypeAdapter(Day)
MOMENT: TypeAdapter[date] = TypeAdapter(Moment)
YEARLY: TypeAdapter[str] = TypeAdapter(Yearly)


def test_a_moment_is_a_day_or_a_minute_of_one() -> None:
    assert MOMENT.validate_python("2027-06-18") == date(2027, 6, 18)
    noon = datetime(2027, 6, 18, 12)  # noqa: DTZ001  # the plan's own clock
    assert MOMENT.validate_python("2027-06-18T12:00") == noon
    assert MOMENT.validate_python("2027-06-18 12:00") == noon
    assert DAY.validate_python("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "value", ["18.6.2027", "2027-6-18", "2027-02-29", "1969-12-31", "2200-01-01", 20270618, None]
)
def test_what_is_no_day_of_the_years_of_plans_is_refused(value: object) -> None:
    for adapter in (DAY, MOMENT):
        with pytest.raises(ValidationError):
            adapter.validate_python(value)


@pytest.mark.parametrize("value", ["2027-06-18T25:00", "2027-06-18T12:00:30", "2027-06-18T12"])
def test_what_is_no_minute_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        MOMENT.validate_python(value)


@pytest.mark.parametrize("value", ["12-24..01-01", "06-06", "02-29"])
def test_a_yearly_span_is_kept_as_written(value: str) -> None:
    assert YEARLY.validate_python(value) == value


@pytest.mark.parametrize("value", ["13-01", "02-30", "12-24..", "24.12.", "12-24..01-32", 606])
def test_what_does_not_return_each_year_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="not a yearly span"):
        YEARLY.validate_python(value)
