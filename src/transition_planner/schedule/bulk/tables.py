"""Several calendars as one set of arrays, in which positions and instants of any of them are looked up at once.

The positions of a calendar are cut into pieces of one size, none longer than the shortest day with work, so that each
piece lies in two days at most: where a position lies is told by one shift and one comparison, a quarter of the time
that a bisection takes.
"""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.schedule.crossing import EARLIEST
from transition_planner.worktime.instant import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.schedule.bulk.daykinds import DayKinds
    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.worktime.daypattern import DayPattern

_NOWHERE = 1 << 50
"""An index that no array has."""
_MINUTES = MINUTES_OF_DAY + 1
"""Of a day, both its ends included."""

AS_IT_IS, AT_END, NOT_BEHIND = range(3)
"""Which position of an instant in a gap is wanted: as calendars tell it, that at the gap's start, or the last one that
does not lie behind the instant: at the gap's end only where the instant is that."""


class _Pieces(NamedTuple):
    """The pieces of one calendar."""

    shift: int
    limit: Integers
    """How far the day reaches in which each begins."""
    day: Integers
    """Two entries a piece: the day in which it begins, and the next one with work."""
    minute_at: Integers
    """In the same way where the day's minutes stand."""


class Tables:
    """The days of some years on some calendars, their first and last day left out."""

    def __init__(self, kinds: DayKinds, years: range) -> None:
        """Work out the days.

        Args:
            kinds: The calendars, each named by its index from now on.
            years: The years covered.
        """
        kind = kinds.of(years)
        patterns = list(kinds.patterns)
        first_day = day_number(date(years[0], 1, 1))
        lengths = np.array([2 * pattern.minutes for pattern in patterns], np.int64)[kind]
        # By the end of the first day, since calendars have nothing before that of the first year of all.
        second = (first_day + 1) * MINUTES_OF_DAY
        starts = np.array([2 * calendar.work(second) for calendar in kinds.calendars]) - lengths[:, 0]
        ends = np.cumsum(lengths, axis=1)
        self.first, self.last = starts + ends[:, 0] + 1, starts + ends[:, -2]
        """Of each calendar the first and the last position that can be looked up."""

        self.minutes, minutes_at = _joined([pattern.minutes_of for pattern in patterns])
        minute_at = minutes_at[kind] - (ends - lengths) + 1
        pieces = [_pieces(*of_calendar) for of_calendar in zip(lengths, ends, minute_at, strict=True)]
        self.shift = np.array([each.shift for each in pieces], np.int64)
        sizes = np.array([len(each.limit) for each in pieces], np.int64)
        before = (np.cumsum(sizes) - sizes) << self.shift
        self.base = starts + 1 - before
        """From this on positions are counted, so that the pieces of one calendar stand behind those of another."""
        self.limit = np.concatenate([each.limit for each in pieces]) + np.repeat(before, sizes)
        self.day = np.concatenate([each.day for each in pieces])
        self.minute_at = np.concatenate([each.minute_at for each in pieces]) - np.repeat(before, 2 * sizes)

        self._calendars, self._days = kind.shape
        self._earliest = EARLIEST // MINUTES_OF_DAY - first_day
        places = _places(patterns)
        self.places = np.concatenate([each.ravel() for each in places])
        place_at = _place_at(patterns, kind).ravel()
        self.place_at = np.concatenate([place_at + number * places[0].size for number in range(len(places))])
        self.before = np.tile((ends - lengths + starts[:, None]).ravel(), len(places))

    def target(self, calendar: Integers, which: Integers) -> Integers:
        """What is added to a day's number where positions of calendars are wanted; one value each.

        Args:
            calendar: The calendars, by their index.
            which: Which positions in gaps are wanted.
        """
        found: Integers = (which * self._calendars + calendar) * self._days
        return found

    def of_earliest(self, target: Integers) -> Integers:
        """The positions of the first instant that plans may use."""
        day = target + self._earliest
        found: Integers = self.before[day] + self.places[self.place_at[day]]
        return found


def _pieces(lengths: Integers, ends: Integers, minute_at: Integers) -> _Pieces:
    """The pieces of one calendar, whose positions are counted from its first day on."""
    shift = int(lengths[lengths > 0].min(initial=2 * MINUTES_OF_DAY)).bit_length() - 1
    begins = np.arange((int(ends[-1]) >> shift) + 1) << shift
    # A day that is none stands behind the last.
    days, reach = np.append(np.arange(len(ends)), 0), np.append(ends, _NOWHERE)
    minute_at = np.append(minute_at, _NOWHERE)
    day = np.searchsorted(ends, begins, side="right")
    limit = reach[day]
    both = np.column_stack((day, np.searchsorted(ends, limit, side="right")))
    return _Pieces(shift, limit, days[both].ravel(), minute_at[both].ravel())


def _places(patterns: Sequence[DayPattern]) -> tuple[Integers, Integers, Integers]:
    """The position of each minute of each pattern, from the day's start, as `AS_IT_IS`, `AT_END` and `NOT_BEHIND`.

    Each four times, since the day's ends depend on its neighbours: on whether the minute before it is worked (2), and
    the one after it (1).
    """
    here = np.empty((len(patterns), 4, _MINUTES), np.int64)
    here[:, :, 1:] = np.array([pattern.places for pattern in patterns], np.int64)[:, None, :]
    here[:, :, 0] = (1, 1, 0, 0)
    after = np.empty_like(here)
    after[:, :, :-1] = here[:, :, 1:]
    after[:, :, -1] = np.array([2 * pattern.minutes for pattern in patterns])[:, None] + (1, 2, 1, 2)
    return here, here & -2, here - (here & (here == after))


def _place_at(patterns: Sequence[DayPattern], kind: Integers) -> Integers:
    """Where the minutes of each day stand among those; nowhere for the first and last day."""
    begins, ends = (np.array([each.places[at] & 1 == 0 for each in patterns]) for at in (0, -1))
    found = np.full(kind.shape, _NOWHERE, np.int64)
    neighbours = 2 * ends[kind[:, :-2]] + begins[kind[:, 2:]]
    found[:, 1:-1] = (4 * kind[:, 1:-1] + neighbours) * _MINUTES
    return found


def _joined(lists: Sequence[list[int]]) -> tuple[Integers, Integers]:
    """The lists one behind the other, and where each begins."""
    ends = np.cumsum([len(each) for each in lists])
    return np.array(list(chain.from_iterable(lists)), np.int64), np.concatenate(([0], ends[:-1]))
