"""Several calendars as one set of arrays, in which positions and instants of any of them are looked up at once."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.worktime.instant import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.worktime.daypattern import DayPattern
    from transition_planner.worktime.workcalendar import WorkCalendar

_APART = 1 << 40
"""Between the keys of one calendar and those of the next: more than twice the minutes of all years."""
_NOWHERE = 1 << 50
"""An index that no array has."""


class Tables:
    """The days of some years on some calendars.

    What lies outside these years raises IndexError: then wider tables are needed.
    """

    def __init__(self, calendars: Sequence[WorkCalendar], years: range) -> None:
        """Work out the days.

        Args:
            calendars: The calendars; each is named by its index from now on.
            years: The years covered.
        """
        first, size = day_number(date(years[0], 1, 1)), 0
        patterns: dict[DayPattern, int] = {}
        kinds: list[list[int]] = []
        for calendar in calendars:
            of_days = list(chain.from_iterable(calendar.rules.patterns(year) for year in years))
            size = len(of_days)
            kinds.append([patterns.setdefault(pattern, len(patterns)) for pattern in of_days])
        kind = np.array(kinds, np.int64)
        starts = np.array([2 * calendar.work(first * MINUTES_OF_DAY) for calendar in calendars], np.int64)
        lengths = np.array([2 * pattern.minutes for pattern in patterns], np.int64)[kind]
        before = starts[:, None] + np.cumsum(lengths, axis=1) - lengths
        days = np.arange(first, first + size, dtype=np.int64) * MINUTES_OF_DAY

        self._keys_of: Integers = np.arange(len(calendars), dtype=np.int64) * _APART
        keys = before + self._keys_of[:, None]
        ends = starts + lengths.sum(axis=1) + self._keys_of
        minutes, minutes_at = _joined([pattern.minutes_of for pattern in patterns])
        self._keys = np.hstack((keys, ends[:, None])).ravel()
        # One entry ahead, since a position belongs to the last day that begins before it.
        self._minute_at = _led(np.pad(minutes_at[kind] - keys, ((0, 0), (0, 1)), constant_values=_NOWHERE))
        self._day: Integers = _led(np.pad(np.broadcast_to(days, kind.shape), ((0, 0), (0, 1))))
        self._minutes = minutes

        # And one behind, so that the minute after the last day is not taken for one of the next calendar.
        self._rows_of: Integers = np.arange(len(calendars), dtype=np.int64) * (size + 1) - first
        self._places, places_at = _joined([pattern.places for pattern in patterns])
        self._place_at = np.pad(places_at[kind] - days, ((0, 0), (0, 1)), constant_values=_NOWHERE).ravel()
        self._before: Integers = np.pad(before, ((0, 0), (0, 1))).ravel()

    def keys_of(self, calendar: Integers) -> Integers:
        """What is added to positions on some calendars before their instants are asked for."""
        return self._keys_of[calendar]

    def rows_of(self, calendar: Integers) -> Integers:
        """What belongs to the instants whose positions on some calendars are asked for."""
        return self._rows_of[calendar]

    def instants(self, keys: Integers) -> Integers:
        """The instants of positions with their calendars' `keys_of` added."""
        day = np.searchsorted(self._keys, keys)
        found: Integers = self._day[day] + self._minutes[keys + self._minute_at[day]]
        return found

    def positions(self, instants: Integers, rows: Integers) -> Integers:
        """The positions of instants on the calendars that `rows_of` stands for."""
        minute = instants - 1
        day = minute // MINUTES_OF_DAY + rows
        found: Integers = self._before[day] + self._places[minute + self._place_at[day]]
        return found

    def latest_positions(self, instants: Integers, rows: Integers) -> Integers:
        """The last positions that do not lie behind the instants: inside a gap the one before it."""
        here, after = self.positions(instants, rows), self.positions(instants + 1, rows)
        found: Integers = here - (here & (here == after))
        return found


def _joined(lists: Sequence[list[int]]) -> tuple[Integers, Integers]:
    """The lists one behind the other, and where each begins."""
    ends = np.cumsum([len(each) for each in lists])
    return np.array(list(chain.from_iterable(lists)), np.int64), np.concatenate(([0], ends[:-1]))


def _led(values: Integers) -> Integers:
    """The values in one row, with one ahead of them that leads nowhere."""
    return np.concatenate(([_NOWHERE], values.ravel()))
