"""From a large plan to its network: arcs are made as objects only for the rows that somebody asks about."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.column import Made
from transition_planner.schedule.bulk.arcs import arcs_into
from transition_planner.schedule.bulk.columns import Columns
from transition_planner.schedule.bulk.levels import grouped, levels
from transition_planner.schedule.bulk.readying import ready
from transition_planner.schedule.bulk.rows import Rows
from transition_planner.schedule.bulk.tasks import tasks_in_columns
from transition_planner.schedule.linking import arcs_of, feeds_of_all, links_of_all
from transition_planner.schedule.network import blank_network
from transition_planner.schedule.preparing import NEVER, Setting, prepare_floor
from transition_planner.schedule.readying import made_into, made_out_of

if TYPE_CHECKING:
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


def compile_in_columns(plan: Plan, outline: Outline, calendars: Calendars) -> tuple[Network, Columns] | None:
    """The network of an outline, and the columns it holds; None where it has a cycle or what only lists are made for.

    The latter are phases with dates set by hand, tasks as late as possible, and dates that calendars do not reach.
    """
    setting = Setting(plan)
    size = len(outline)
    names, durations, after = outline.columns("calendar", "duration", "after")
    phase = np.zeros(size, np.bool_)
    phase[[row for row in dict.fromkeys(outline.parent) if row >= 0]] = True
    blank = blank_network(plan, outline, calendars, phase.tolist())
    tasks = tasks_in_columns(blank, setting, phase, names, durations)
    blank = tasks.network
    if blank.manual_phases or blank.waiting or blank.impossible:
        return None
    links = links_of_all(outline, after, np.flatnonzero(phase).tolist())
    arcs = arcs_into(outline, np.arange(size), links, tasks.calendar, tasks.calendars)
    feeds = feeds_of_all(outline, set(np.unique(arcs.pred[phase[arcs.pred]]).tolist()))
    level = _levels(size, arcs, feeds)
    if level is None:
        return None
    starts = np.array([setting.start(blank, each) for each in tasks.calendars], np.int64)
    floor = _floors(arcs, starts[tasks.calendar])
    order = np.argsort(level, kind="stable")
    rank = np.empty(size, np.int64)
    rank[order] = np.arange(size)
    slots = _slots(tasks, phase)
    prepared = replace(blank, feeds=feeds, floor=floor.data, order=order.data, rank=rank.data, slots=slots)
    network = _linked(prepared, arcs)
    for row in _held_otherwise(network, phase):
        prepare_floor(network, row, setting)
    rows = Rows(tasks.calendar, tasks.length, floor, level, order, rank, phase)
    columns = Columns(outline, tasks.calendars, rows, arcs, *ready(network, rows, arcs))
    return replace(network, columns=columns), columns


def _levels(size: int, arcs: Arcs, feeds: list[tuple[int, ...]]) -> Integers | None:
    fed = [(row, phase) for row in compress(range(size), feeds) for phase in feeds[row]]
    inside, around = np.array(fed, np.int64).reshape(-1, 2).T
    return levels(size, np.concatenate((arcs.pred, inside)), np.concatenate((arcs.succ, around)))


def _linked(network: Network, arcs: Arcs) -> Network:
    """The network with arcs that are made on demand."""
    size = len(network.order)

    @cache
    def behind() -> tuple[Integers, Integers]:
        """The rows behind each row one after the other, and where those of each end."""
        return arcs.succ[grouped(arcs.pred)], np.cumsum(np.bincount(arcs.pred, minlength=size))

    def preds(row: int) -> tuple[Arc, ...]:
        return () if network.phase[row] else arcs_of(network.outline, row)

    def succs(row: int) -> tuple[Arc, ...]:
        succ, ends = behind()
        rows = np.unique(succ[ends[row - 1] if row else 0 : ends[row]]).tolist()
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
        forward=Made(size, lambda row: into[row][0]),
        forward_crossing=Made(size, lambda row: into[row][1]),
        backward=Made(size, lambda row: out_of[row][0]),
        backward_crossing=Made(size, lambda row: out_of[row][1]),
    )
    return linked


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


def _held_otherwise(network: Network, phase: Flags) -> set[int]:
    """The rows that dates of their own, or of a phase around them, keep from starting."""
    outline = network.outline
    rows = {row for row, fixed in network.fixed.items() if (fixed.floor, fixed.begun) != (None, None)}
    for row in np.flatnonzero(phase).tolist():
        if outline.tasks[row].start_no_earlier_than is not None:
            rows.update(range(row, outline.after(row)))
    return rows
