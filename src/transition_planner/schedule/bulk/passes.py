"""The passes over whole levels: the same additions and crossings as those of the lists, many rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from transition_planner.schedule.bulk.bridge import Bridge
from transition_planner.schedule.bulk.layout import layout
from transition_planner.schedule.bulk.slots import Slots
from transition_planner.schedule.crossing import FAR, latest_position
from transition_planner.schedule.passes import place_early, place_late
from transition_planner.schedule.preparing import NEVER

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.bridge import Clock
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.network import Network

_EVEN = -2
"""Takes the side off a position."""


def forward(network: Network, columns: Columns, clock: Clock) -> Integers:
    """The early positions of all rows, two a row."""
    laid = layout(columns, columns.arcs, columns.arcs.succ, columns.odd_early)
    arcs, order = columns.arcs, columns.order
    gap, extent, floor = _gap(columns)[order], _extent(columns)[order], columns.floor[order]
    slots = Slots(columns, NEVER)
    early, pairs = slots.positions, slots.pairs

    from_slot = slots.of(arcs.pred, ~arcs.from_start)
    slot = np.append(from_slot, slots.nowhere)[laid.arcs]
    behind = 2 * arcs.lag - np.where(arcs.to_finish, 2 * columns.length[arcs.succ], 0)
    weight = np.append(behind, 0)[laid.arcs]
    crossing = laid.crosses
    side = _sides(arcs.lag == 0)[crossing]
    from_slot, behind = from_slot[crossing], behind[crossing]
    bridge = Bridge(clock, columns.calendar[arcs.pred[crossing]], columns.calendar[arcs.succ[crossing]])
    for level, odd in enumerate(laid.odd):
        rows, part, across = laid.parts(level)
        bounds = early.take(slot[part])
        bounds += weight[part]
        if across.start < across.stop:
            crossed = bridge.crossed(early.take(from_slot[across]), across)
            crossed &= side[across]
            crossed += behind[across]
            bounds[laid.crossing[across]] = crossed
        start = np.maximum.reduceat(bounds, laid.first[rows])
        np.maximum(start, floor[rows], out=start)
        start |= gap[rows]
        pairs[rows, 0] = start
        start += extent[rows]
        pairs[rows, 1] = start
        for row in odd:
            place_early(network, cast("list[int]", slots), row)
    return slots.by_row(columns.phase & ~columns.odd_early, 0)


def backward(network: Network, columns: Columns, clock: Clock, early: Integers, end: int) -> Integers:
    """The late positions of all rows, two a row.

    Args:
        network: The network.
        columns: Its columns.
        clock: Its calendars.
        early: Its early positions.
        end: The instant by which everything is done.
    """
    arcs, order = columns.arcs[_binding(network, columns)], columns.order
    laid = layout(columns, arcs, arcs.pred, columns.odd_late)
    gap, extent = _gap(columns), _extent(columns)[order]
    kept, free = _sides(gap == 0)[order], _free_finish(network, columns, arcs.pred, early, end)[order]
    slots = Slots(columns, FAR)
    late, pairs = slots.positions, slots.pairs

    from_slot = slots.of(arcs.succ, arcs.to_finish)
    slot = np.append(from_slot, slots.nowhere)[laid.arcs]
    back, lag = np.where(arcs.from_start, 2 * columns.length[arcs.pred], 0), 2 * arcs.lag
    weight = np.append(back + (arcs.to_finish & gap[arcs.succ]) - lag, 0)[laid.arcs]
    crossing = laid.crosses
    # As in crossings: to what takes time, and behind a lag, a gap costs nothing.
    gap_before = (gap[arcs.succ] | (arcs.lag != 0))[crossing]
    moment = (columns.length[arcs.pred] == 0)[crossing]
    side = _sides(moment)
    from_slot, lag, back = from_slot[crossing], lag[crossing], back[crossing]
    bridge = Bridge(
        clock, columns.calendar[arcs.succ[crossing]], columns.calendar[arcs.pred[crossing]], moment
    )
    early_singly = cast("list[int]", early.data)  # read as from a list, three times faster than by the array
    for level in reversed(range(len(laid.odd))):
        rows, part, across = laid.parts(level)
        bounds = late.take(slot[part])
        bounds += weight[part]
        if across.start < across.stop:
            moments = late.take(from_slot[across])
            moments -= lag[across]
            moments |= gap_before[across]
            crossed = bridge.crossed(moments, across)
            crossed &= side[across]
            crossed += back[across]
            bounds[laid.crossing[across]] = crossed
        finish = np.minimum.reduceat(bounds, laid.first[rows])
        np.minimum(finish, free[rows], out=finish)
        finish &= kept[rows]
        pairs[rows, 1] = finish
        finish -= extent[rows]
        pairs[rows, 0] = finish
        for row in laid.odd[level]:
            place_late(network, early_singly, cast("list[int]", slots), row, end)
    return slots.by_row(columns.phase & ~columns.odd_late, FAR)


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


def _sides(kept: Flags) -> Integers:
    """What is left of a position: all of it, or all but its side."""
    return np.where(kept, -1, _EVEN)


def _binding(network: Network, columns: Columns) -> Flags:
    """The arcs whose successors can be late by their predecessors: not those that are done, or follow a fact."""
    size = len(columns.length)
    finished, started = (np.zeros(size, np.bool_) for _ in range(2))
    for row, fixed in network.fixed.items():
        finished[row], started[row] = fixed.finished, fixed.started
    arcs = columns.arcs
    binding: Flags = ~finished[arcs.succ] & ~(started[arcs.pred] & arcs.from_start)
    return binding


def _free_finish(
    network: Network, columns: Columns, followed: Integers, early: Integers, end: int
) -> Integers:
    """The latest finish of each row that nothing but the end of the whole bounds."""
    of_work = np.array([2 * calendar.work(end) for calendar in columns.calendars], np.int64)
    of_moments = np.array([latest_position(calendar, end) for calendar in columns.calendars], np.int64)
    free = np.where(columns.length > 0, of_work[columns.calendar], of_moments[columns.calendar])
    if network.each_end:
        ends = np.fromiter((not phases for phases in network.feeds), np.bool_, len(free))
        ends[followed] = False
        free = np.where(ends, early[1::2], free)
    for row, fixed in network.fixed.items():
        if fixed.latest is not None and fixed.latest < free[row]:
            free[row] = fixed.latest
    return free
