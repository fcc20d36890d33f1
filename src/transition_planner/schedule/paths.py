"""Critical paths: the chains of drivers that lead to a task, to a milestone, to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.driver import driver, first_task
from transition_planner.schedule.passes import outermost

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.schedule.schedule import Schedule


def path_to(schedule: Schedule, row: int) -> tuple[int, ...]:
    """The rows of the tasks that decide when a task starts, from the first to the task itself.

    It begins where no link drives: at the plan's start, or at a task that a fixed date, progress or a calendar holds;
    or behind a phase whose dates are set by hand.
    """
    path = [_task(schedule, row)]
    while (found := driver(schedule, path[-1])).arc is not None:
        pred = found.arc.pred
        if pred in schedule.network.manual_phases:
            break
        path.append(_task(schedule, pred, first=found.arc.from_start))
    return tuple(reversed(path))


def critical_paths(schedule: Schedule) -> tuple[tuple[int, ...], ...]:
    """Chains of drivers that together hold all critical tasks, the one that ends last first.

    A fixed date cuts a chain: what comes before it has float of its own and is shown by `path_to`.
    """
    return tuple(each_critical_path(schedule))


def each_critical_path(schedule: Schedule) -> Iterator[tuple[int, ...]]:
    """The `critical_paths` one after the other, for who needs only the first: 10,000 tasks may have thousands."""
    network = schedule.network
    open_rows = set(schedule.critical_tasks)
    while open_rows:
        last = max(open_rows, key=lambda row: (schedule.early_finish(row), network.rank[row]))
        path = path_to(schedule, last)
        yield path
        open_rows.difference_update(path)


def _task(schedule: Schedule, row: int, *, first: bool = False) -> int:
    """The row itself, or of a phase the task that starts first or finishes last."""
    if not schedule.network.phase[row]:
        return row
    return first_task(schedule, row) if first else outermost(schedule.network, schedule.early, row)[1]
