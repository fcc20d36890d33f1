"""The arithmetic of one calendar: a table of the working minutes before each day, and a pattern for each day.

The table grows year by year to both sides as it is asked. Its origin never moves, so a position, once given,
stays true. Several threads may ask at once: growing replaces what a reader holds and never changes it.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import accumulate
from threading import Lock
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.worktime.instant import date_of, day_number
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transition_planner.worktime.daypattern import DayPattern
    from transition_planner.worktime.instant import Instant

# The minute before 1 Jan of the first year is needed too, and the origin lies a year before the start.
_FIRST_YEAR = FIRST_YEAR - 1
_FIRST_DAY = day_number(date(_FIRST_YEAR, 1, 1))
_LAST_DAY = day_number(date(LAST_YEAR, 12, 31))

_Rungs = tuple[int, list[int], list[list[int]]]
"""The way back from positions: the first day's number; the first position of each day and of the day after;
`minutes_of` of each day and an empty list, which too small an index (-1) and too great a one run into."""


class DayTable:
    """Working minutes by instant, and instants by working minutes.

    Asking for an instant outside the years that plans may use, or for more working time than they hold,
    raises `NoWorkingTime`.
    """

    __slots__ = ("_days", "_growing", "_patterns", "_rungs", "name", "start")

    def __init__(self, name: str, patterns: Callable[[int], Sequence[DayPattern]], start: date) -> None:
        self.name = name
        """The calendar's name in the plan."""
        self.start = start
        """The plan's first day; work is counted from 1 Jan of the year before."""
        self._patterns = patterns
        # By day: its first position, and the positions of its minutes' ends counted from there. Looking up a
        # pair is faster than two lists with an offset: 168 ns a call against 191 ns.
        self._days: dict[int, tuple[int, list[int]]] = {}
        self._rungs: _Rungs = (day_number(date(start.year - 1, 1, 1)), [0], [[]])
        self._growing = Lock()

    def position(self, instant: Instant) -> int:
        """Twice the working minutes before the instant, plus 1 where the minute before it has no work."""
        # The last minute before the instant tells both, so the day is looked up with that one.
        minute = instant - 1
        day = minute // MINUTES_OF_DAY
        try:
            before, places = self._days[day]
        except KeyError:
            self._reach(day)
            before, places = self._days[day]
        return before + places[minute - day * MINUTES_OF_DAY]

    def work(self, instant: Instant) -> int:
        """Working minutes before the instant, counted from the origin: negative on its left."""
        return self.position(instant) >> 1

    def instant(self, position: int) -> Instant:
        """The earliest instant with this work (an even position), or the latest (an odd one)."""
        while True:
            rungs = first, positions, minutes = self._rungs
            day = bisect_left(positions, position) - 1
            try:
                return (first + day) * MINUTES_OF_DAY + minutes[day][position - positions[day]]
            except IndexError:
                self._grow(rungs, right=position > positions[-1])

    def first_work(self, instant: Instant) -> Instant:
        """The start of the next working minute at or after the instant."""
        return self.instant(self.position(instant) | 1)

    def last_work(self, instant: Instant) -> Instant:
        """The end of the last working minute at or before the instant."""
        return self.instant(self.position(instant) & ~1)

    def works_on(self, day: date) -> bool:
        """Whether the day has any working time."""
        number = day_number(day)
        if number not in self._days:
            self._reach(number)
        _before, places = self._days[number]
        return places[-1] > 1

    def _reach(self, day: int) -> None:
        """Grow until the day is inside."""
        if not _FIRST_DAY <= day <= _LAST_DAY:
            raise NoWorkingTime(self.name, date_of(min(max(day, _FIRST_DAY), _LAST_DAY)))
        while day not in self._days:
            rungs = self._rungs
            self._grow(rungs, right=day >= rungs[0])

    def _grow(self, rungs: _Rungs, *, right: bool) -> None:
        """Grow by a year, unless another thread has done so since `rungs` were read."""
        with self._growing:
            if self._rungs is not rungs:
                return
            first, positions, minutes = rungs
            year = date_of(first + len(positions) - 1).year if right else date_of(first - 1).year
            if not _FIRST_YEAR <= year <= LAST_YEAR:
                before = not right and positions[0] != positions[-1]
                raise NoWorkingTime(self.name, self._outermost(right=right), before=before)
            patterns = self._patterns(year)
            lengths = [2 * pattern.minutes for pattern in patterns]
            new = list(accumulate(lengths, initial=positions[-1] if right else positions[0] - sum(lengths)))
            new_first = day_number(date(year, 1, 1))
            places = (pattern.places for pattern in patterns)
            self._days.update(enumerate(zip(new, places, strict=False), new_first))
            new_minutes = [pattern.minutes_of for pattern in patterns]
            if right:
                self._rungs = (first, positions[:-1] + new, minutes[:-1] + new_minutes + minutes[-1:])
            else:
                self._rungs = (new_first, new[:-1] + positions, new_minutes + minutes)

    def _outermost(self, *, right: bool) -> date:
        """The last (else the first) day with work, or the plan's start."""
        first, positions, _minutes = self._rungs
        if positions[0] == positions[-1]:
            return self.start
        after = bisect_left(positions, positions[-1] if right else positions[0] + 1)
        return date_of(first + after - 1)
