"""The passes over whole levels: the same additions and crossings as those of the lists, many rows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from transition_planner.schedule.bulk.bridge import Bridge
from transition_planner.schedule.bulk.slots import Slots
from transition_planner.schedule.crossing import FAR, latest_position
from transition_planner.schedule.passes import place_early, place_late
from transition_planner.schedule.preparing import NEVER

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.bridge import Clock
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Integers
    from transition_planner.schedule.network import Network


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
    ready, phase = columns.ahead, columns.rows.phase
    laid, crossings = ready.laid, ready.crossings
    slot, weight, gap, extent = ready.slot, ready.weight, ready.gap, ready.extent
    from_slot, behind, place = crossings.slot, crossings.weight, laid.crossing
    slots, bridge = Slots(columns.rows), Bridge(clock.tables, crossings)
    early, starts, finishes = slots.positions, slots.starts, slots.finishes
    latest, add = np.maximum.reduceat, np.add
    for rows, part, first, across, odd in laid.levels:
        bounds = early[slot[part]]
        bounds += weight[part]
        if across is not None:
            crossed = bridge.crossed(early[from_slot[across]], across)
            crossed += behind[across]
            bounds[place[across]] = crossed
        start = latest(bounds, first)
        start |= gap[rows]
        starts[rows] = start
        add(start, extent[rows], finishes[rows])
        for row in odd:
            place_early(network, cast("list[int]", slots), row)
    bridge.check(early[from_slot])
    return slots.by_row(phase & ~laid.is_odd, 0)


def _backward(network: Network, columns: Columns, clock: Clock, early: Integers, end: int) -> Integers:
    ready, phase = columns.back, columns.rows.phase
    laid, crossings = ready.laid, ready.crossings
    slot, weight, kept, extent = ready.slot, ready.weight.copy(), ready.kept, ready.extent
    weight[laid.own] = _free_finish(network, columns, early, end)
    from_slot, behind, place = crossings.slot, crossings.weight, laid.crossing
    lag, gap_before = ready.lag, ready.gap_before
    slots, bridge = Slots(columns.rows), Bridge(clock.tables, crossings)
    late, starts, finishes = slots.positions, slots.starts, slots.finishes
    cross = bridge.crossed_or_due if clock.covers_all else bridge.crossed
    early_singly = cast("list[int]", early.data)  # read as from a list, three times faster than by the array
    earliest, subtract = np.minimum.reduceat, np.subtract
    for rows, part, first, across, odd in reversed(laid.levels):
        bounds = late[slot[part]]
        bounds += weight[part]
        if across is not None:
            moments = late[from_slot[across]]
            moments -= lag[across]
            moments |= gap_before[across]
            crossed = cross(moments, across)
            crossed += behind[across]
            bounds[place[across]] = crossed
        finish = earliest(bounds, first)
        finish &= kept[rows]
        finishes[rows] = finish
        subtract(finish, extent[rows], starts[rows])
        for row in odd:
            place_late(network, early_singly, cast("list[int]", slots), row, end)
    bridge.check(late[from_slot] - lag | gap_before, due=clock.covers_all)
    return slots.by_row(phase & ~laid.is_odd, FAR)


def last_finish(network: Network, columns: Columns, early: Integers) -> int:
    """The instant at which everything is done; the plan's start where there is nothing to do.

    Raises:
        NoWorkingTime: if a calendar does not reach so far.
    """
    rows = columns.rows
    tasks = np.flatnonzero(~rows.phase)
    last = np.full(len(columns.calendars), NEVER)
    np.maximum.at(last, rows.calendar[tasks], early[2 * tasks + 1])
    pairs = zip(columns.calendars, last.tolist(), strict=True)
    finishes = (calendar.instant(position) for calendar, position in pairs if position > NEVER)
    return max(finishes, default=network.start)


def _free_finish(network: Network, columns: Columns, early: Integers, end: int) -> Integers:
    """The latest finish that arcs leave to each row with a bound of its own."""
    of_work = np.array([2 * calendar.work(end) for calendar in columns.calendars], np.int64)
    of_moments = np.array([latest_position(calendar, end) for calendar in columns.calendars], np.int64)
    rows, laid = columns.rows, columns.back.laid
    owners = laid.owners
    calendar = rows.calendar[owners]
    free = np.where(rows.length[owners] > 0, of_work[calendar], of_moments[calendar])
    if network.each_end:
        ends = np.fromiter((not phases for phases in network.feeds), np.bool_, len(network.feeds))
        ends[columns.arcs.pred[laid.arcs[laid.arcs < len(columns.arcs)]]] = False
        free = np.where(ends[owners], early[2 * owners + 1], free)
    due = [(row, fixed.latest) for row, fixed in network.fixed.items() if fixed.latest is not None]
    if due:
        latest = np.full(len(network.outline), FAR)
        latest[[row for row, _ in due]] = [position for _, position in due]
        np.minimum(free, latest[owners], out=free)
    return free
