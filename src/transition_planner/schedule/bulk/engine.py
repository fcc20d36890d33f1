"""Scheduling a large plan at once, where that is quicker than by lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from transition_planner.schedule.bulk.bridge import Clock
from transition_planner.schedule.bulk.compiling import compile_in_columns
from transition_planner.schedule.bulk.passes import backward, forward, last_finish
from transition_planner.schedule.bulk.refreshing import refreshed
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.plan.column import Column
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars

ROWS_A_LEVEL = 3
"""With fewer rows a level, on the average, the calls of numpy take longer than the lists: 40 µs a level in both passes.

10,000 tasks with 30,000 links take 130 ms by lists; by numpy as much with two rows a level, 95 with three, 50 with ten.
"""
ODD_SHARE = 0.25
"""With more rows that are placed singly nothing is gained."""


class Placed(NamedTuple):
    """A network with its dates."""

    network: Network
    early: Column[int]
    late: Column[int]
    finish: int


def placed_at_once(plan: Plan, outline: Outline, calendars: Calendars) -> Placed | None:
    """The network of an outline and its dates; None where lists are quicker, or needed for what does not fit."""
    compiled = compile_in_columns(plan, outline, calendars)
    return None if compiled is None else _placed(*compiled)


def placed_again(network: Network) -> Placed | None:
    """A network patched by edits and its dates; None where it must be compiled anew, or has no columns."""
    columns = network.columns and refreshed(network, network.columns)
    return None if columns is None else _placed(replace(network, columns=columns), columns)


def _placed(network: Network, columns: Columns) -> Placed | None:
    if not _suits(columns):
        return None
    try:
        clock = _clock(columns, network.calendars)
        early = forward(network, columns, clock)
        finish = last_finish(network, columns, early)
        late = backward(network, columns, clock, early, finish)
    except NoWorkingTime:
        return None
    return Placed(network, early.data, late.data, finish)


def _clock(columns: Columns, calendars: Calendars) -> Clock:
    """The tables of the network's calendars, kept as long as the plan's calendars are."""
    names = tuple(calendar.name for calendar in columns.calendars)
    clock = calendars.tables.get(names)
    if not isinstance(clock, Clock):
        clock = calendars.tables[names] = Clock(columns.calendars)
    return clock


def _suits(columns: Columns) -> bool:
    ahead, back = columns.ahead.laid, columns.back.laid
    size, odd = len(columns.outline), int(ahead.is_odd.sum() + back.is_odd.sum())
    return size >= ROWS_A_LEVEL * len(ahead.levels) and odd <= 2 * size * ODD_SHARE
