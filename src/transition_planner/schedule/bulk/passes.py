"""The passes over whole levels: the same additions and crossings as those of the lists, many rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from transition_planner.schedule.bulk.bridge import Bridge
from transition_planner.schedule.bulk.slots import Slots
from transition_planner.schedule.bulk.tables import AS_IT_IS, AT_END, NOT_BEHIND
from transition_planner.schedule.crossing import FAR, latest_position
from transition_planner.schedule.passes import place_early, place_late

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.bridge import Clock
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.schedule.network import Network

_EVEN = -2
"""Takes the side off a position."""


def forward(network: Network, columns: Columns, clock: Clock) -> Integers:
    """The early positions of all rows, two a row.

    Raises:
        NoWorkingTime: if a calendar does not reach so far.
    """
    return clock.wide_enough(lambda: _forward(network, columns, clock))


def backward(network: Network, columns: Columns, clock: Clock, early: Integers, end: int) -> Integers:
    """The late positions of all rows, two a row.

    Args:
        network: The network.
        columns: Its columns.
        clock: Its calendars.
        early: Its early positions.
        end: The instant by which everything is done.

    Raises:
        NoWorkingTime: if a calendar does not reach so far.
    """
    return clock.wide_enough(lambda: _backward(network, columns, clock, early, end))


def _forward(network: Network, columns: Columns, clock: Clock) -> Integers:
    arcs, order, laid = columns.arcs, columns.order, columns.ahead
    gap, extent = _gap(columns)[order], _extent(columns)[order]
    slots = Slots(columns)
    early, starts, finishes = slots.positions, slots.starts, slots.finishes

    from_slot = slots.of(arcs.pred, ~arcs.from_start)
    slot = np.append(from_slot, slots.zero)[laid.arcs]
    behind = 2 * arcs.lag - np.where(arcs.to_finish, 2 * columns.length[arcs.succ], 0)
    weight = np.append(behind, 0)[laid.arcs]
    weight[laid.own] = columns.floor[order]
    crossing = laid.crosses
    from_slot, behind, place, first = from_slot[crossing], behind[crossing], laid.crossing, laid.first
    bridge = Bridge(
        clock,
        columns.calendar[arcs.pred[crossing]],
        columns.calendar[arcs.succ[crossing]],
        np.where(arcs.lag[crossing] == 0, AS_IT_IS, AT_END),
    )
    for level, odd in enumerate(laid.odd):
        rows, part, across = laid.parts(level)
        bounds = early.take(slot[part])
        bounds += weight[part]
        if across.start < across.stop:
            crossed = bridge.crossed(early.take(from_slot[across]), across)
            crossed += behind[across]
            bounds[place[across]] = crossed
        start = starts[rows]
        np.maximum.reduceat(bounds, first[rows], out=start)
        start |= gap[rows]
        np.add(start, extent[rows], out=finishes[rows])
        for row in odd:
            place_early(network, cast("list[int]", slots), row)
    bridge.check(early.take(from_slot))
    return slots.by_row(columns.phase & ~laid.is_odd, 0)


def _backward(network: Network, columns: Columns, clock: Clock, early: Integers, end: int) -> Integers:
    arcs, order, laid = columns.arcs, columns.order, columns.back
    gap, extent = _gap(columns), _extent(columns)[order]
    kept = np.where(gap == 0, -1, _EVEN)[order]
    slots = Slots(columns)
    late, starts, finishes = slots.positions, slots.starts, slots.finishes

    from_slot = slots.of(arcs.succ, arcs.to_finish)
    slot = np.append(from_slot, slots.zero)[laid.arcs]
    back, lag = np.where(arcs.from_start, 2 * columns.length[arcs.pred], 0), 2 * arcs.lag
    weight = np.append(back + (arcs.to_finish & gap[arcs.succ]) - lag, 0)[laid.arcs]
    weight[laid.own] = _free_finish(network, columns, early, end)[order]
    crossing = laid.crosses
    # As in crossings: to what takes time, and behind a lag, a gap costs nothing.
    gap_before = (gap[arcs.succ] | (arcs.lag != 0))[crossing]
    from_slot, lag, back = from_slot[crossing], lag[crossing], back[crossing]
    place, first = laid.crossing, laid.first
    bridge = Bridge(
        clock,
        columns.calendar[arcs.succ[crossing]],
        columns.calendar[arcs.pred[crossing]],
        np.where(columns.length[arcs.pred[crossing]] == 0, NOT_BEHIND, AT_END),
    )
    cross = bridge.crossed_or_due if clock.covers_all else bridge.crossed
    early_singly = cast("list[int]", early.data)  # read as from a list, three times faster than by the array
    for level in reversed(range(len(laid.odd))):
        rows, part, across = laid.parts(level)
        bounds = late.take(slot[part])
        bounds += weight[part]
        if across.start < across.stop:
            moments = late.take(from_slot[across])
            moments -= lag[across]
            moments |= gap_before[across]
            crossed = cross(moments, across)
            crossed += back[across]
            bounds[place[across]] = crossed
        finish = finishes[rows]
        np.minimum.reduceat(bounds, first[rows], out=finish)
        finish &= kept[rows]
        np.subtract(finish, extent[rows], out=starts[rows])
        for row in laid.odd[level]:
            place_late(network, early_singly, cast("list[int]", slots), row, end)
    bridge.check(late.take(from_slot) - lag | gap_before, due=clock.covers_all)
    return slots.by_row(columns.phase & ~laid.is_odd, FAR)


def last_finish(columns: Columns, early: Integers) -> int:
    """The instant at which everything is done.

    Raises:
        NoWorkingTime: if a calendar does not reach so far.
    """
    finishes = early[1::2]
    works = ~columns.phase
    return max(
        calendar.instant(int(finishes[works & (columns.calendar == number)].max()))
        for number, calendar in enumerate(columns.calendars)
        if (works & (columns.calendar == number)).any()
    )


def _gap(columns: Columns) -> Integers:
    """1 where a row takes time: it begins where working time goes on, behind a gap."""
    return (columns.length > 0).astype(np.int64)


def _extent(columns: Columns) -> Integers:
    """From a row's start position to its finish."""
    return np.where(columns.length > 0, 2 * columns.length - 1, 0)


def _free_finish(network: Network, columns: Columns, early: Integers, end: int) -> Integers:
    """The latest finish of each row that nothing but the end of the whole bounds."""
    of_work = np.array([2 * calendar.work(end) for calendar in columns.calendars], np.int64)
    of_moments = np.array([latest_position(calendar, end) for calendar in columns.calendars], np.int64)
    free = np.where(columns.length > 0, of_work[columns.calendar], of_moments[columns.calendar])
    if network.each_end:
        ends = np.fromiter((not phases for phases in network.feeds), np.bool_, len(free))
        binding = columns.back.arcs[columns.back.arcs < len(columns.arcs)]
        ends[columns.arcs.pred[binding]] = False
        free = np.where(ends, early[1::2], free)
    for row, fixed in network.fixed.items():
        if fixed.latest is not None and fixed.latest < free[row]:
            free[row] = fixed.latest
    return free
