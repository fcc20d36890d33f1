"""What the dates of a plan mean as instants."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.worktime.instant import from_date

if TYPE_CHECKING:
    from datetime import date


def start_of(moment: date) -> int:
    """The instant a start date means: the day's first minute, or the given one."""
    return from_date(moment)


def end_of(moment: date) -> int:
    """The instant a finish date means: the day's end, or the given minute."""
    return from_date(moment) if isinstance(moment, datetime) else from_date(moment) + MINUTES_OF_DAY


def last_minute_of(moment: date) -> int:
    """The last minute that a date of a plan may mean: the day's, or the given one."""
    return end_of(moment) if isinstance(moment, datetime) else end_of(moment) - 1
