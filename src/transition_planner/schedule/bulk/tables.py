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


class Sources(NamedTuple):
    """Of the calendars at one end of arcs what their positions are looked up with; one column an arc."""

    start: Integers
    shift: Integers
    last: Integers
    first_piece: Integers


class _Pieces(NamedTuple):
    """The pieces of one calendar, with one at each end that leads nowhere."""

    shift: int
    limit: Integers
    """How far the day reaches in which each begins."""
    day: Integers
    """Two entries a piece: the day in which it begins, and the next one with work."""
    minute_at: Integers
    """In the same way where the day's minutes stand."""


class Tables:
    """The days of some years on some calendars, their first and last day left out.

    What lies outside raises IndexError: then wider tables are needed.
    """

    def __init__(self, kinds: DayKinds, years: range) -> None:
        """Work out the days.

        Args:
            kinds: The calendars, each named by its index from now on.
            years: The years covered.
        """
        kind = kinds.of(years)
        patterns = list(kinds.patterns)
        first_day = day_number(date(years[0], 1, 1))
        self.earliest = EARLIEST // MINUTES_OF_DAY - first_day, 0
        """The first instant that plans may use, as `moments` has it."""
        lengths = np.array([2 * pattern.minutes for pattern in patterns], np.int64)[kind]
        # By the end of the first day, since calendars have nothing before that of the first year of all.
        second = (first_day + 1) * MINUTES_OF_DAY
        self._starts = [2 * calendar.work(second) for calendar in kinds.calendars] - lengths[:, 0]
        ends = np.cumsum(lengths, axis=1)

        self._minutes, minutes_at = _joined([pattern.minutes_of for pattern in patterns])
        minute_at = minutes_at[kind] - (ends - lengths) + 1
        pieces = [_pieces(*of_calendar) for of_calendar in zip(lengths, ends, minute_at, strict=True)]
        self._shifts = np.array([each.shift for each in pieces], np.int64)
        self._lasts = np.array([len(each.limit) - 2 for each in pieces], np.int64)
        self._first_pieces = np.cumsum(self._lasts + 2) - self._lasts - 1
        self._limit = np.concatenate([each.limit for each in pieces])
        self._day = np.concatenate([each.day for each in pieces])
        self._minute_at = np.concatenate([each.minute_at for each in pieces])

        self._before = (ends - lengths + self._starts[:, None]).ravel()
        self._days = kind.shape[1]
        self._places, self._latest = _places(patterns)
        self._place_at = _place_at(patterns, kind).ravel()

    def sources(self, calendar: Integers) -> Sources:
        """What the positions on some calendars are looked up with."""
        return Sources(
            self._starts[calendar] + 1,
            self._shifts[calendar],
            self._lasts[calendar],
            self._first_pieces[calendar],
        )

    def targets(self, calendar: Integers) -> Integers:
        """What belongs to the days whose positions on some calendars are asked for."""
        found: Integers = calendar * self._days
        return found

    def shift_to_latest(self) -> int:
        """What is added to a minute where the last position is wanted that does not lie behind it."""
        return self._latest

    def moments(self, positions: Integers, sources: Sources) -> tuple[Integers, Integers]:
        """The instants of positions: the day, counted from the first one covered, and the minute of the day."""
        inside = positions - sources.start
        piece = inside >> sources.shift
        np.maximum(piece, -1, out=piece)
        np.minimum(piece, sources.last, out=piece)
        piece += sources.first_piece
        at: Integers = 2 * piece + (inside >= self._limit.take(piece))
        inside += self._minute_at.take(at)
        return self._day.take(at), self._minutes.take(inside)

    def positions(self, day: Integers, minute: Integers, targets: Integers) -> Integers:
        """The positions of instants on the calendars that `targets` stands for."""
        at: Integers = day + targets
        minute += self._place_at.take(at)
        found: Integers = self._before.take(at)
        found += self._places.take(minute)
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
    return _Pieces(
        shift,
        np.pad(limit, 1, constant_values=_NOWHERE),
        np.pad(days[both].ravel(), 2),
        np.pad(minute_at[both].ravel(), 2, constant_values=_NOWHERE),
    )


def _places(patterns: Sequence[DayPattern]) -> tuple[Integers, int]:
    """The position of each minute of each pattern, from the day's start.

    Four times, since the day's ends depend on its neighbours: on whether the minute before it is worked (2), and the
    one after it (1). Behind all these the last positions that do not lie behind the minutes: inside a gap the one
    before it.
    """
    here = np.empty((len(patterns), 4, _MINUTES), np.int64)
    here[:, :, 1:] = np.array([pattern.places for pattern in patterns], np.int64)[:, None, :]
    here[:, :, 0] = (1, 1, 0, 0)
    after = np.empty_like(here)
    after[:, :, :-1] = here[:, :, 1:]
    after[:, :, -1] = np.array([2 * pattern.minutes for pattern in patterns])[:, None] + (1, 2, 1, 2)
    return np.concatenate((here.ravel(), (here - (here & (here == after))).ravel())), here.size


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
