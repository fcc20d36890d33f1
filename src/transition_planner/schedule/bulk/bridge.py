"""The way from positions on some calendars to those on others, by tables that grow with the years asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.schedule.bulk.daykinds import DayKinds
from transition_planner.schedule.bulk.tables import Tables
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.schedule.bulk.readying import Crossings
    from transition_planner.worktime.workcalendar import WorkCalendar

_T = TypeVar("_T")

_YEARS = 10
"""How many years tables cover at first, and are widened by to both sides where that is not enough."""

_ALL = range(FIRST_YEAR - 1, LAST_YEAR + 1)
"""The years that calendars have."""


class Clock:
    """The tables of some calendars."""

    def __init__(self, calendars: Sequence[WorkCalendar]) -> None:
        """Work out the first years."""
        self._kinds = DayKinds(calendars)
        start = calendars[0].start.year
        self._years = range(start - 1, min(start + _YEARS, _ALL.stop))
        self.tables = Tables(self._kinds, self._years)

    @property
    def covers_all(self) -> bool:
        """Whether they have all years that plans may use."""
        return self._years == _ALL

    def wide_enough(self, found: Callable[[], _T]) -> _T:
        """What is found once the tables cover the years that are asked for.

        Args:
            found: Finds something by the tables. Raises IndexError where they are too narrow.

        Raises:
            NoWorkingTime: if all years that plans may use are not enough, or `found` raises it.
        """
        while True:
            try:
                return found()
            except IndexError:
                self._widen()

    def _widen(self) -> None:
        """Cover more years.

        Raises:
            NoWorkingTime: if all that plans may use are covered.
        """
        if self.covers_all:
            calendar = self._kinds.calendars[0]
            raise NoWorkingTime(calendar.name, calendar.start)
        first, after = self._years.start - _YEARS, self._years.stop + _YEARS + len(self._years)
        self._years = range(max(first, _ALL.start), min(after, _ALL.stop))
        self.tables = Tables(self._kinds, self._years)


class Bridge:
    """From the calendar at one end of each arc to that at its other end."""

    def __init__(self, tables: Tables, crossings: Crossings) -> None:
        """Look up what is the same for all positions."""
        self._tables, source = tables, crossings.source
        self._first, self._last = tables.first[source], tables.last[source]
        self._base, self._shift = tables.base[source], tables.shift[source]
        self._target = tables.target(crossings.target, crossings.which)

    def crossed(self, positions: Integers, part: slice) -> Integers:
        """The positions on the other calendars, of some of the arcs; those given are overwritten.

        They mean something where `check` raises nothing.

        Raises:
            IndexError: if wider tables are needed.
        """
        tables = self._tables
        positions -= self._base[part]
        at = positions >> self._shift[part]
        later = positions >= tables.limit[at]
        at += at
        at += later
        positions += tables.minute_at[at]
        day = tables.day[at]
        day += self._target[part]
        minute = tables.minutes[positions]
        minute += tables.place_at[day]
        found = tables.places[minute]
        found += tables.before[day]
        return found

    def crossed_or_due(self, positions: Integers, part: slice) -> Integers:
        """As `crossed`; what lies before the years that plans may use is to be done by the first instant they may."""
        first = self._first[part]
        found = self.crossed(np.maximum(positions, first), part)
        return np.where(positions < first, self._tables.of_earliest(self._target[part]), found)

    def check(self, positions: Integers, *, due: bool = False) -> None:
        """Whether the tables tell the way from all these positions, one an arc.

        Args:
            positions: The positions.
            due: Whether they may lie before what the tables cover.

        Raises:
            IndexError: if wider ones are needed.
        """
        if (positions > self._last).any() or not (due or (positions >= self._first).all()):
            raise IndexError
