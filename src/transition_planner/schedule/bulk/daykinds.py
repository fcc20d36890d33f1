"""What kind of day each is on several calendars, worked out year by year and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.worktime.daypattern import DayPattern
    from transition_planner.worktime.workcalendar import WorkCalendar


class DayKinds:
    """The days of some calendars by the number of their pattern."""

    def __init__(self, calendars: Sequence[WorkCalendar]) -> None:
        """Begin with no year."""
        self.calendars = calendars
        self.patterns: dict[DayPattern, int] = {}
        """All patterns met so far, numbered."""
        self._years: dict[int, Integers] = {}

    def of(self, years: range) -> Integers:
        """The kinds of all days of some years, a row a calendar."""
        return np.hstack([self._of_year(year) for year in years])

    def _of_year(self, year: int) -> Integers:
        if year not in self._years:
            number = self.patterns.setdefault
            self._years[year] = np.array(
                [
                    [number(pattern, len(self.patterns)) for pattern in calendar.rules.patterns(year)]
                    for calendar in self.calendars
                ],
                np.int64,
            )
        return self._years[year]
