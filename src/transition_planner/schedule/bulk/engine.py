"""Scheduling a large plan at once, where that is quicker than by lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transition_planner.schedule.bulk.bridge import Clock
from transition_planner.schedule.bulk.compiling import compile_in_columns
from transition_planner.schedule.bulk.passes import backward, forward, last_finish
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.bulk.compiling import Bulk
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars

ROWS_A_LEVEL = 20
"""With fewer rows a level, on the average, the calls of numpy take longer than the lists: 40 µs a level."""
ODD_SHARE = 0.25
"""With more rows that are placed singly nothing is gained."""


class Placed(NamedTuple):
    """A network with its dates."""

    network: Network
    early: list[int]
    late: list[int]
    finish: int


def placed_at_once(plan: Plan, outline: Outline, calendars: Calendars) -> Placed | None:
    """The network of an outline and its dates; None where lists are quicker, or needed for what does not fit."""
    bulk = compile_in_columns(plan, outline, calendars)
    if bulk is None or not _suits(bulk):
        return None
    try:
        clock = _clock(bulk, calendars)
        early = forward(bulk, clock)
        finish = last_finish(bulk, early)
        late = backward(bulk, clock, early, finish)
    except NoWorkingTime:
        return None
    return Placed(bulk.network, early.tolist(), late.tolist(), finish)


def _clock(bulk: Bulk, calendars: Calendars) -> Clock:
    """The tables of the network's calendars, kept as long as the plan's calendars are."""
    names = tuple(calendar.name for calendar in bulk.calendars)
    clock = calendars.tables.get(names)
    if not isinstance(clock, Clock):
        clock = calendars.tables[names] = Clock(bulk.calendars)
    return clock


def _suits(bulk: Bulk) -> bool:
    size = len(bulk.level)
    odd = int(bulk.odd_early.sum() + bulk.odd_late.sum())
    return size >= ROWS_A_LEVEL * (int(bulk.level.max()) + 1) and odd <= 2 * size * ODD_SHARE
