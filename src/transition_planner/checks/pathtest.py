"""The critical path test: a long delay of a critical task has to delay the end as much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule.driver import bound
from transition_planner.schedule.passes import instant_of
from transition_planner.schedule.scheduling import schedule as scheduled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.checks.context import Context
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

SLIP = 600
"""Working days by which DCMA delays the task."""


def slip(context: Context) -> tuple[str, float] | None:
    """The first critical task with a working duration, and by how many working days the end moves with it.

    The task takes 600 days longer; None where there is no such task.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    schedule = context.whole_schedule
    candidates = [row for row in schedule.critical_rows if _can_slip(context, row)]
    if not candidates:
        return None
    row = min(candidates, key=schedule.early_start)
    return context.outline.ids[row], _days(context, schedule.finish, _slipped(context, row).finish)


def targets(context: Context) -> tuple[int, ...]:
    """The rows that paths are looked at to: the open key milestones, else what finishes last.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    schedule, outline, rows = context.whole_schedule, context.outline, context.open_rows
    goal = context.plan.models[context.model].goal if context.model else None
    found = tuple(row for row in rows if outline.tasks[row].key or outline.ids[row] == goal)
    return found or (max(rows, key=schedule.early_finish),) if rows else ()


def moved(context: Context, row: int, target: int) -> float:
    """By how many working days a target moves when a task takes 600 days longer."""
    before, after = context.schedule, _slipped(context, row)
    return _days(context, before.early_finish(target), after.early_finish(target))


def chain_to(context: Context, target: int) -> tuple[int | None, float]:
    """The first task that can slip of the links that press most on a target, and the working days that they leave.

    Of links that press alike the one from the task that comes last in the network: so none is followed that others
    make needless, and what is found does not change when such a link goes.
    """
    schedule, row, first, waits = context.schedule, target, None, 0.0
    while arcs := schedule.predecessors(row):
        arc = max(arcs, key=partial(_pressing, schedule))
        before = max(schedule.outline.leaves(arc.pred), key=schedule.early_finish)
        waits += max(0.0, _days(context, _ready(schedule, arc, before), schedule.early_start(row)))
        row = before
        first = row if _can_slip(context, row) else first
    return first, waits


def _pressing(schedule: Schedule, arc: Arc) -> tuple[int, int]:
    # Between the end of a period and the next one's start there is no working time.
    side = schedule.network.length[arc.succ] > 0
    return bound(schedule, arc) | side, schedule.rank[arc.pred]


def _ready(schedule: Schedule, arc: Arc, before: int) -> int:
    """The instant from which an arc lets its successor start.

    For the plain link when the task before is done: days off until the successor's next working time are waiting.
    """
    if arc.link.type is LinkType.FS and arc.link.lag is None:
        return schedule.early_finish(before)
    return instant_of(schedule.calendar(arc.succ), bound(schedule, arc))


def _can_slip(context: Context, row: int) -> bool:
    task = context.outline.tasks[row]
    held = task.is_phase or task.finished is not None or task.manual is not None
    return not held and context.schedule.network.length[row] > 0


def _slipped(context: Context, row: int) -> Schedule:
    schedule = context.schedule
    minutes = schedule.network.length[row] + SLIP * schedule.calendar(row).day_minutes
    longer = _longer(context.plan, context.model, context.outline.ids[row], minutes)
    return scheduled(longer, context.model, previous=schedule)  # only what the task moves


def _days(context: Context, before: int, after: int) -> float:
    calendar = context.schedule.calendars[context.plan.calendar]
    return (calendar.work(after) - calendar.work(before)) / calendar.day_minutes


def _longer(plan: Plan, model: str | None, task: str, minutes: int) -> Plan:
    """The plan with another duration of a task, in working minutes, whatever the model overrides."""
    duration = Quantity(float(minutes), "min")
    changes: dict[str, object] = {"tasks": _replaced(plan.tasks, task, duration)}
    if model is not None:
        overrides = dict(plan.models[model].overrides)
        fields = {key: value for key, value in overrides.get(task, {}).items() if key != "duration"}
        overrides[task] = fields
        changed = plan.models[model].model_copy(update={"overrides": overrides})
        changes["models"] = dict(plan.models) | {model: changed}
    return plan.model_copy(update=changes)


def _replaced(tasks: Mapping[str, Task], wanted: str, duration: Quantity) -> dict[str, Task]:
    found = dict(tasks)
    for id_, task in tasks.items():
        if id_ == wanted:
            found[id_] = task.model_copy(update={"duration": duration})
        elif task.tasks is not None:
            found[id_] = task.model_copy(update={"tasks": _replaced(task.tasks, wanted, duration)})
    return found
