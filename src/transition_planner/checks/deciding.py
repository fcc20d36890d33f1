"""All that decides a date: the drivers behind a task, and where several decide alike, each of them.

`path_to` follows one of them, the first that the plan writes, which is enough to show a way. What is said of ways must
not depend on the order of links, nor change when one goes that others make needless.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.driver import bound, driver
from transition_planner.schedule.readying import moves_its_task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.driver import Driver
    from transition_planner.schedule.schedule import Schedule


def deciding(schedule: Schedule, target: int) -> Iterator[tuple[int, Driver, tuple[Arc, ...]]]:
    """Each task on the ways that decide when a target starts, with its driver, and the links that drive it alike.

    The schedule has all dates.
    """
    left = _tasks(schedule, target, first=False)
    seen = set(left)
    while left:
        row = left.pop()
        found = driver(schedule, row)
        arcs = () if found.arc is None else _alike(schedule, row)
        yield row, found, arcs
        for arc in arcs:
            if arc.pred not in schedule.network.manual_phases:
                new = set(_tasks(schedule, arc.pred, first=arc.from_start)) - seen
                seen |= new
                left += new


def _alike(schedule: Schedule, row: int) -> tuple[Arc, ...]:
    """The links that let a task start as late as its driver does."""
    network = schedule.network
    # Between the end of a period and the next one's start there is no working time.
    side = network.length[row] > 0
    bounds = [
        (bound(schedule, arc) | side, arc) for arc in network.preds[row] if moves_its_task(network, arc)
    ]
    latest = max(at for at, _arc in bounds)
    return tuple(arc for at, arc in bounds if at == latest)


def _tasks(schedule: Schedule, row: int, *, first: bool) -> list[int]:
    """The row itself, or of a phase the tasks that start first, or finish last."""
    leaves = schedule.outline.leaves(row)
    dates = {leaf: schedule.early_start(leaf) if first else schedule.early_finish(leaf) for leaf in leaves}
    extreme = min(dates.values()) if first else max(dates.values())
    return [leaf for leaf, date in dates.items() if date == extreme]
