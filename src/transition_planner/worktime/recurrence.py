"""Days by a recurrence rule of RFC 5545."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from transition_planner.plan.moment import LAST_YEAR
from transition_planner.plan.recurrence import recurring_days
from transition_planner.worktime.instant import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class Recurrence:
    """The days of a rule that is counted from its first day, found in order as years are asked for."""

    __slots__ = ("_dates", "_days", "_lock", "_searched")

    def __init__(self, rule: str, first: date, last: date | None) -> None:
        self._dates = recurring_days(rule, first, last)
        self._days: dict[int, list[int]] = {}
        self._searched = first.year - 1
        # A generator that two threads enter at once raises an error.
        self._lock = Lock()

    def days(self, year: int) -> Sequence[int]:
        """The day numbers in the year, in order."""
        with self._lock:
            while self._searched < year:
                day = next(self._dates, None)
                if day is None:
                    self._searched = LAST_YEAR
                    break
                self._days.setdefault(day.year, []).append(day_number(day))
                self._searched = day.year - 1
        return self._days.get(year, ())
