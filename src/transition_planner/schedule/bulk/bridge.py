"""The way from positions on some calendars to those on others, by tables that grow with the years asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.schedule.bulk.daykinds import DayKinds
from transition_planner.schedule.bulk.tables import Sources, Tables
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.worktime.workcalendar import WorkCalendar

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

    def widen(self) -> None:
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

    def __init__(self, clock: Clock, source: Integers, target: Integers, latest: Flags | None = None) -> None:
        """Make some arcs ready.

        Args:
            clock: The tables.
            source: The calendar that positions come from, by its index.
            target: The calendar they are wanted on.
            latest: Where they are wanted that do not lie behind the moment. Of late dates: what lies before the years
                that plans may use is then to be done by the first instant they may.
        """
        self._clock, self._source, self._target, self._latest = clock, source, target, latest
        self._from_earliest = False
        """Whether some do lie there."""
        self._look_up()

    def crossed(self, positions: Integers, part: slice) -> Integers:
        """The positions on the other calendars, of some of the arcs.

        Raises:
            NoWorkingTime: if they lie outside the years that plans may use.
        """
        while True:
            try:
                return self._crossed(positions, part)
            except IndexError:
                if self._clock.covers_all and self._latest is not None and not self._from_earliest:
                    self._from_earliest = True
                else:
                    self._clock.widen()
                    self._look_up()

    def _crossed(self, positions: Integers, part: slice) -> Integers:
        tables = self._clock.tables
        start, shift, last, first_piece = self._sources
        sources = Sources(start[part], shift[part], last[part], first_piece[part])
        if self._from_earliest:
            day, minute = tables.moments(np.maximum(positions, sources.start), sources)
            before = positions < sources.start
            day[before], minute[before] = tables.earliest
        else:
            day, minute = tables.moments(positions, sources)
        if self._shift is not None:
            minute += self._shift[part]
        return tables.positions(day, minute, self._targets[part])

    def _look_up(self) -> None:
        tables = self._clock.tables
        self._sources, self._targets = tables.sources(self._source), tables.targets(self._target)
        self._shift = None if self._latest is None else self._latest * tables.shift_to_latest()
