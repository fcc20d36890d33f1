"""Instants: whole minutes since 1970-01-01T00:00 on the plan's own wall clock, with no time zone inside."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta

from transition_planner.locales import _
from transition_planner.plan.calendar import MINUTES_OF_DAY

Instant = int
"""Minutes since 1970-01-01T00:00; negative before."""

_EPOCH = date(1970, 1, 1).toordinal()
_EPOCH_START = datetime.fromordinal(_EPOCH)


def day_number(day: date) -> int:
    """Days since 1970-01-01."""
    return day.toordinal() - _EPOCH


def date_of(number: int) -> date:
    """The date that lies `number` days after 1970-01-01."""
    return date.fromordinal(number + _EPOCH)


def from_date(moment: date | datetime) -> Instant:
    """The instant of a minute, or of a day's 00:00; seconds are dropped."""
    minutes = (moment.toordinal() - _EPOCH) * MINUTES_OF_DAY
    return minutes + moment.hour * 60 + moment.minute if isinstance(moment, datetime) else minutes


def to_date(instant: Instant) -> date:
    """The day the instant lies in; 24:00 is 00:00 of the next day."""
    return date.fromordinal(instant // MINUTES_OF_DAY + _EPOCH)


def to_datetime(instant: Instant) -> datetime:
    """The instant as a datetime without time zone."""
    return _EPOCH_START + timedelta(minutes=instant)


def add_months(instant: Instant, months: int) -> Instant:
    """The same day and time `months` later (earlier if negative), or the last day of a shorter month.

    Raises:
        ValueError: if that lies outside the years 1 to 9999.
    """
    day, minute = divmod(instant, MINUTES_OF_DAY)
    moment = date_of(day)
    year, month = _month(moment, months)
    there = date(year, month, min(moment.day, monthrange(year, month)[1]))
    return day_number(there) * MINUTES_OF_DAY + minute


def latest_before(instant: Instant, months: int) -> Instant:
    """The latest instant from which `add_months` does not lead past `instant`.

    Raises:
        ValueError: if that lies outside the years 1 to 9999.
    """
    day, minute = divmod(instant, MINUTES_OF_DAY)
    moment = date_of(day)
    year, month = _month(moment, -months)
    last = monthrange(year, month)[1]
    if moment.day > last:
        # Every minute of that month leads to a day before `moment`, the 1st of the next one to a day after.
        return (day_number(date(year, month, last)) + 1) * MINUTES_OF_DAY - 1
    # From the last days of a longer month one comes to the last day of this one.
    ends_month = moment.day == monthrange(moment.year, moment.month)[1]
    there = date(year, month, last if ends_month else moment.day)
    return day_number(there) * MINUTES_OF_DAY + minute


def _month(moment: date, months: int) -> tuple[int, int]:
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(
            _("{months} months from {day} lead out of the years a date can have").format(
                months=months, day=moment
            )
        )
    return year, month + 1
