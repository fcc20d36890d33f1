"""From a large plan to its network: arcs are made as objects only for the rows that somebody asks about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.column import Made
from transition_planner.schedule.bulk.arcs import arcs_in_columns
from transition_planner.schedule.bulk.levels import levels
from transition_planner.schedule.bulk.tasks import tasks_in_columns
from transition_planner.schedule.linking import arcs_of, feeds_of_all
from transition_planner.schedule.network import blank_network
from transition_planner.schedule.preparing import NEVER, Setting, prepare_floor
from transition_planner.schedule.readying import made_into, made_out_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.arc import Arc, Direct
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.bulk.tasks import Tasks
    from transition_planner.schedule.crossing import Crossing
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False)
class Bulk:
    """A network with its columns as arrays; one value a row where nothing else is said."""

    network: Network
    calendars: list[WorkCalendar]
    calendar: Integers
    """The index of its calendar among those."""
    length: Integers
    floor: Integers
    level: Integers
    order: Integers
    """All rows, those of lower levels first."""
    phase: Flags
    arcs: Arcs
    odd_early: Flags
    """Whether its early dates are placed by the rules for single rows."""
    odd_late: Flags
    """The same for its late dates."""


def compile_in_columns(plan: Plan, outline: Outline, calendars: Calendars) -> Bulk | None:
    """The network of an outline; None where it has a cycle or what only lists are made for.

    That are phases with dates set by hand, tasks as late as possible, and dates that calendars do not reach.
    """
    setting = Setting(plan)
    tasks = tasks_in_columns(blank_network(plan, outline, calendars), setting)
    blank, size = tasks.network, len(outline)
    if blank.manual_phases or blank.waiting or blank.impossible:
        return None
    arcs = arcs_in_columns(outline, tasks.calendar, tasks.calendars)
    phase = np.array(blank.phase)
    leading = np.unique(arcs.pred[phase[arcs.pred]])
    feeds = feeds_of_all(outline, set(leading.tolist()))
    level = _levels(size, arcs, feeds)
    if level is None:
        return None
    starts = np.array([setting.start(blank, each) for each in tasks.calendars], np.int64)
    floor = _floors(arcs, starts[tasks.calendar])
    order = np.argsort(level, kind="stable")
    network = _linked(replace(blank, feeds=feeds, floor=floor.tolist()), arcs, order)
    for row in _held_otherwise(network):
        prepare_floor(network, row, setting)
        floor[row] = network.floor[row]
    odd_early, odd_late = _odd(network, arcs, leading)
    return Bulk(
        network=replace(network, slots=_slots(tasks, phase)),
        calendars=tasks.calendars,
        calendar=tasks.calendar,
        length=tasks.length,
        floor=floor,
        level=level,
        order=order,
        phase=phase,
        arcs=arcs,
        odd_early=odd_early,
        odd_late=odd_late,
    )


def _levels(size: int, arcs: Arcs, feeds: list[tuple[int, ...]]) -> Integers | None:
    fed = [(row, phase) for row, phases in enumerate(feeds) for phase in phases]
    inside, around = np.array(fed, np.int64).reshape(-1, 2).T
    return levels(size, np.concatenate((arcs.pred, inside)), np.concatenate((arcs.succ, around)))


def _linked(network: Network, arcs: Arcs, order: Integers) -> Network:
    """The network with its order, and arcs that are made on demand."""
    size = len(order)
    rank = np.empty(size, np.int64)
    rank[order] = np.arange(size)
    by_pred = np.argsort(arcs.pred, kind="stable")
    behind = arcs.succ[by_pred]
    ends = np.cumsum(np.bincount(arcs.pred, minlength=size))

    def preds(row: int) -> tuple[Arc, ...]:
        return () if network.phase[row] else arcs_of(network.outline, row)

    def succs(row: int) -> tuple[Arc, ...]:
        rows = np.unique(behind[ends[row - 1] if row else 0 : ends[row]]).tolist()
        return tuple(arc for each in rows for arc in linked.preds[each] if arc.pred == row)

    into: Made[tuple[tuple[Direct, ...], tuple[Crossing, ...]]] = Made(
        size, lambda row: made_into(linked, row)
    )
    out_of: Made[tuple[tuple[Direct, ...], tuple[Crossing, ...]]] = Made(
        size, lambda row: made_out_of(linked, row)
    )
    linked = replace(
        network,
        preds=Made(size, preds),
        succs=Made(size, succs),
        order=order.tolist(),
        rank=rank.tolist(),
        forward=Made(size, lambda row: into[row][0]),
        forward_crossing=Made(size, lambda row: into[row][1]),
        backward=Made(size, lambda row: out_of[row][0]),
        backward_crossing=Made(size, lambda row: out_of[row][1]),
    )
    return linked


def _odd(network: Network, arcs: Arcs, leading: Integers) -> tuple[Flags, Flags]:
    """The rows whose early and whose late dates need the rules for single rows."""
    size, fixed = len(network.order), network.fixed.items()
    early = _flags(size, network.spans)
    late = early | np.fromiter(map(bool, network.feeds), np.bool_, size)
    odd = arcs.odd | early[arcs.pred] | early[arcs.succ]
    early[arcs.succ[odd]] = late[arcs.pred[odd]] = True
    early[leading] = late[leading] = True
    early |= _flags(size, (row for row, each in fixed if each.says_when))
    late |= _flags(size, (row for row, each in fixed if each.says_until_when))
    return early, late


def _floors(arcs: Arcs, start: Integers) -> Integers:
    """All floors, as `prepare_floor` has them of rows that are held by links alone."""
    follows, leads_back = (np.zeros(len(start), np.bool_) for _ in range(2))
    follows[arcs.succ] = True
    leads_back[arcs.succ[arcs.to_finish | arcs.leads]] = True
    return np.where(follows & ~leads_back, NEVER, start)


def _slots(tasks: Tasks, phase: Flags) -> tuple[tuple[WorkCalendar, tuple[int, ...]], ...]:
    """As `slots_of` has them."""
    of_calendars = (np.flatnonzero(~phase & (tasks.calendar == each)) for each in range(len(tasks.calendars)))
    return tuple(
        (calendar, tuple((2 * rows).tolist()))
        for calendar, rows in zip(tasks.calendars, of_calendars, strict=True)
        if rows.size
    )


def _held_otherwise(network: Network) -> set[int]:
    """The rows with fixed dates of their own or of a phase around them."""
    outline = network.outline
    rows = set(network.fixed)
    for row, is_phase in enumerate(network.phase):
        if is_phase and outline.tasks[row].start_no_earlier_than is not None:
            rows.update(range(row, outline.after(row)))
    return rows


def _flags(size: int, rows: Iterable[int]) -> Flags:
    flags = np.zeros(size, np.bool_)
    flags[list(rows)] = True
    return flags
