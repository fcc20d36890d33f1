"""Progress out of sequence: work reported although what it waits for was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.moments import last_minute_of, start_of

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


def out_of_sequence(schedule: Schedule) -> tuple[Arc, ...]:
    """The links that reported progress did not heed, in the order of the rows.

    How long a lag waits is left aside, and a lead lets the successor begin before. Of days nobody knows the hours: what
    is reported of the same day is in sequence.
    """
    return tuple(
        arc
        for row in range(len(schedule.outline))
        for arc in schedule.predecessors(row)
        if not _is_lead(arc) and _unheeded(schedule, arc)
    )


def _is_lead(arc: Arc) -> bool:
    return arc.link.lag is not None and arc.link.lag.amount < 0


def _unheeded(schedule: Schedule, arc: Arc) -> bool:
    tasks = schedule.outline.tasks
    after = _reported(tasks[arc.succ], start=not arc.to_finish)
    if after is None:
        return False
    before = [_reported(tasks[row], start=arc.from_start) for row in schedule.outline.leaves(arc.pred)]
    return any(each is None or start_of(each) > last_minute_of(after) for each in before)


def _reported(task: Task, *, start: bool) -> date | None:
    """When a task is reported to have started or finished; of what takes no time both are one."""
    return (task.started or task.finished) if start else task.finished
