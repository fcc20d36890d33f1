"""The passes over whole levels: the same additions and crossings as those of the lists, many rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from transition_planner.schedule.bulk.bridge import Bridge
from transition_planner.schedule.bulk.layout import layout
from transition_planner.schedule.crossing import latest_position
from transition_planner.schedule.passes import FAR, place_early, place_late

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.bridge import Clock
    from transition_planner.schedule.bulk.compiling import Bulk
    from transition_planner.schedule.bulk.integers import Flags, Integers

_EVEN = -2
"""Takes the side off a position."""


def forward(bulk: Bulk, clock: Clock) -> Integers:
    """The early positions of all rows, two a row."""
    laid = layout(bulk, bulk.arcs, bulk.arcs.succ, bulk.odd_early)
    arcs, heads, gap, extent = laid.arcs, laid.heads, _gap(bulk), _extent(bulk)
    start = bulk.floor | gap
    early = _filled(bulk, start, start + extent, 0)
    singly = _one_by_one(early)

    slot = 2 * arcs.pred + ~arcs.from_start
    weight = 2 * arcs.lag - np.where(arcs.to_finish, 2 * bulk.length[arcs.succ], 0)
    from_slot, behind, side = slot[laid.crosses], weight[laid.crosses], _sides(arcs.lag[laid.crosses] == 0)
    bridge = Bridge(clock, bulk.calendar[arcs.pred[laid.crosses]], bulk.calendar[arcs.succ[laid.crosses]])
    at, floor, gap, extent = 2 * heads, bulk.floor[heads], gap[heads], extent[heads]
    for level, odd in enumerate(laid.odd):
        part, rows, across = laid.parts(level)
        if rows.start < rows.stop:
            bounds = early[slot[part]] + weight[part]
            if across.start < across.stop:
                crossed = bridge.crossed(early[from_slot[across]], across)
                bounds[laid.crossing[across]] = (crossed & side[across]) + behind[across]
            start = np.maximum(np.maximum.reduceat(bounds, laid.first[rows]), floor[rows]) | gap[rows]
            early[at[rows]] = start
            early[at[rows] + 1] = start + extent[rows]
        for row in odd:
            place_early(bulk.network, singly, row)
    return early


def backward(bulk: Bulk, clock: Clock, early: Integers, end: int) -> Integers:
    """The late positions of all rows, two a row.

    Args:
        bulk: The network.
        clock: Its calendars.
        early: Its early positions.
        end: The instant by which everything is done.
    """
    binding = bulk.arcs[_binding(bulk)]
    laid = layout(bulk, binding, binding.pred, bulk.odd_late)
    arcs, heads, gap, extent = laid.arcs, laid.heads, _gap(bulk), _extent(bulk)
    free = _free_finish(bulk, binding.pred, early, end)
    finish = free & _sides(gap == 0)
    late = _filled(bulk, finish - extent, finish, FAR)
    singly, early_singly = _one_by_one(late), _one_by_one(early)

    slot = 2 * arcs.succ + arcs.to_finish
    back = np.where(arcs.from_start, 2 * bulk.length[arcs.pred], 0)
    weight = back + (arcs.to_finish & gap[arcs.succ]) - 2 * arcs.lag
    crossing = arcs[laid.crosses]
    from_slot, lag, back = slot[laid.crosses], 2 * crossing.lag, back[laid.crosses]
    # As in crossings: to what takes time, and behind a lag, a gap costs nothing.
    gap_before = gap[crossing.succ] | (crossing.lag != 0)
    moment = bulk.length[crossing.pred] == 0
    side = _sides(moment)
    bridge = Bridge(clock, bulk.calendar[crossing.succ], bulk.calendar[crossing.pred], moment)
    at, free, kept, extent = 2 * heads, free[heads], _sides(gap == 0)[heads], extent[heads]
    for level in reversed(range(len(laid.odd))):
        part, rows, across = laid.parts(level)
        if rows.start < rows.stop:
            bounds = late[slot[part]] + weight[part]
            if across.start < across.stop:
                crossed = bridge.crossed((late[from_slot[across]] - lag[across]) | gap_before[across], across)
                bounds[laid.crossing[across]] = (crossed & side[across]) + back[across]
            finish = np.minimum(np.minimum.reduceat(bounds, laid.first[rows]), free[rows]) & kept[rows]
            late[at[rows] + 1] = finish
            late[at[rows]] = finish - extent[rows]
        for row in laid.odd[level]:
            place_late(bulk.network, early_singly, singly, row, end)
    return late


def last_finish(bulk: Bulk, early: Integers) -> int:
    """The instant at which everything is done.

    Raises:
        NoWorkingTime: if a calendar does not reach so far.
    """
    finishes = early[1::2]
    works = ~bulk.phase
    return max(
        calendar.instant(int(finishes[works & (bulk.calendar == number)].max()))
        for number, calendar in enumerate(bulk.calendars)
        if (works & (bulk.calendar == number)).any()
    )


def _gap(bulk: Bulk) -> Integers:
    """1 where a row takes time: it begins where working time goes on, behind a gap."""
    return (bulk.length > 0).astype(np.int64)


def _extent(bulk: Bulk) -> Integers:
    """From a row's start position to its finish."""
    return np.where(bulk.length > 0, 2 * bulk.length - 1, 0)


def _sides(kept: Flags) -> Integers:
    """What is left of a position: all of it, or all but its side."""
    return np.where(kept, -1, _EVEN)


def _filled(bulk: Bulk, start: Integers, finish: Integers, of_phases: int) -> Integers:
    """Positions of all rows, those of phases left to be set where they lead on."""
    positions = np.column_stack((start, finish))
    positions[bulk.phase] = of_phases
    return positions.ravel()


def _one_by_one(positions: Integers) -> list[int]:
    """The same positions, read and written singly, as integers of Python: three times faster than by the array."""
    return cast("list[int]", positions.data)  # has what the rules for single rows use of a list


def _binding(bulk: Bulk) -> Flags:
    """The arcs whose successors can be late by their predecessors: not those that are done, or follow a fact."""
    size = len(bulk.length)
    finished, started = (np.zeros(size, np.bool_) for _ in range(2))
    for row, fixed in bulk.network.fixed.items():
        finished[row], started[row] = fixed.finished, fixed.started
    arcs = bulk.arcs
    binding: Flags = ~finished[arcs.succ] & ~(started[arcs.pred] & arcs.from_start)
    return binding


def _free_finish(bulk: Bulk, followed: Integers, early: Integers, end: int) -> Integers:
    """The latest finish of each row that nothing but the end of the whole bounds."""
    of_work = np.array([2 * calendar.work(end) for calendar in bulk.calendars], np.int64)
    of_moments = np.array([latest_position(calendar, end) for calendar in bulk.calendars], np.int64)
    free = np.where(bulk.length > 0, of_work[bulk.calendar], of_moments[bulk.calendar])
    if bulk.network.each_end:
        ends = np.fromiter((not phases for phases in bulk.network.feeds), np.bool_, len(free))
        ends[followed] = False
        free = np.where(ends, early[1::2], free)
    return free
