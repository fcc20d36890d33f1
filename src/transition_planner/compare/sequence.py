"""Progress out of sequence: work reported although what it waits for was not done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.schedule.moments import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class OutOfSequence:
    """A link that progress did not heed."""

    task: str
    """The successor, which went ahead."""
    predecessor: str
    link: str
    """As the plan writes it: `hear-pupils FS+5d`."""


def out_of_sequence(schedule: Schedule) -> tuple[OutOfSequence, ...]:
    """The links that reported progress did not heed, lags aside, in the order of the rows."""
    ids = schedule.outline.ids
    return tuple(OutOfSequence(ids[arc.succ], arc.link.task, str(arc.link)) for arc in unheeded(schedule))


def unheeded(schedule: Schedule) -> Iterator[Arc]:
    """The arcs of these links."""
    for row in range(len(schedule.outline)):
        yield from (arc for arc in schedule.predecessors(row) if _unheeded(schedule, arc))


def _unheeded(schedule: Schedule, arc: Arc) -> bool:
    tasks, lag = schedule.outline.tasks, arc.link.lag
    after = _reported(tasks[arc.succ], start=not arc.to_finish)
    if after is None or (lag is not None and lag.amount < 0):
        return False  # a lead lets the successor go ahead
    return any(before is None or before > after for before in _before(schedule, arc))


def _before(schedule: Schedule, arc: Arc) -> Iterator[int | None]:
    """When each task that the successor waits for did its part; None where that is not reported."""
    tasks = (schedule.outline.tasks[row] for row in schedule.outline.leaves(arc.pred))
    # A milestone is reached at some moment of its day: what follows may begin that day.
    return (_reported(task, start=arc.from_start or task.is_milestone) for task in tasks)


def _reported(task: Task, *, start: bool) -> int | None:
    """The instant at which a task is reported to have started or finished; of what takes no time both are one."""
    if start and task.started is not None:
        return start_of(task.started)
    if task.finished is None:
        return None
    return start_of(task.finished) if start else end_of(task.finished)
