"""Counting time as the act on computing statutory time limits does (150/1930).

The day something happens on is not counted (2 §). Months and years end on the day of the same number, or on the last
one of a shorter month (3 §). A last day that is a Saturday, Sunday or holiday moves to the next working day (5 §).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from transition_planner.worktime.instant import add_months, from_date, latest_before, to_date
from transition_planner.worktime.publicholidays import public_holidays

_REGION = "FI"
_SATURDAY = 5


def later(day: date, value: int, unit: str) -> date:
    """The day some time after another.

    Args:
        day: The day that is not counted.
        value: How much of the unit.
        unit: calendar-days, working-days, months or years.
    """
    if unit == "calendar-days":
        return day + timedelta(days=value)
    if unit == "working-days":
        while value:
            day += timedelta(days=1)
            value -= is_working(day)
        return day
    return to_date(add_months(from_date(day), value * 12 if unit == "years" else value))


def latest(day: date, value: int, unit: str) -> date:
    """The last day from which `later` does not lead past another day."""
    if unit == "calendar-days":
        return day - timedelta(days=value)
    if unit != "working-days":
        return to_date(latest_before(from_date(day), value * 12 if unit == "years" else value))
    found = day
    while later(found, value, unit) > day:
        found -= timedelta(days=1)
    return found


def rolled(day: date) -> date:
    """The day, or the first working day after one that is none."""
    while not is_working(day):
        day += timedelta(days=1)
    return day


def is_working(day: date) -> bool:
    """Whether it is no Saturday, Sunday, public holiday, Midsummer Eve or Christmas Eve."""
    return day.weekday() < _SATURDAY and day not in public_holidays(_REGION, day.year, "en")


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def yearly(day: date, written: str, *, forward: bool) -> date:
    """The first day of the year's day `04-30` on or after a day, or the last on or before it."""
    month, number = int(written[:2]), int(written[3:5])
    years = (day.year, day.year + 1) if forward else (day.year, day.year - 1)
    days = [date(year, month, min(number, monthrange(year, month)[1])) for year in years]
    return next(each for each in days if (each >= day if forward else each <= day))
