"""The critical path test: a long delay of a critical task has to delay the end as much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.quantity import Quantity
from transition_planner.schedule.schedule import schedule as scheduled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.checks.context import Context
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task

SLIP = 600
"""Working days by which DCMA delays the task."""


def slip(context: Context) -> tuple[str, float] | None:
    """The first critical task with a working duration, and by how many working days the end moves with it.

    The task takes 600 days longer; None where there is no such task.

    Raises:
        UnscheduledError: if the model has no schedule.
    """
    schedule, outline = context.schedule, context.outline
    candidates = [
        row
        for row in schedule.critical_rows
        if not outline.tasks[row].is_phase
        and schedule.network.length[row] > 0
        and outline.tasks[row].finished is None
        and outline.tasks[row].manual is None
    ]
    if not candidates:
        return None
    row = min(candidates, key=schedule.early_start)
    minutes = schedule.network.length[row] + SLIP * schedule.calendar(row).day_minutes
    later = scheduled(_longer(context.plan, context.model, outline.ids[row], minutes), context.model)
    calendar = schedule.calendars[context.plan.calendar]
    moved = calendar.work(later.finish) - calendar.work(schedule.finish)
    return outline.ids[row], moved / calendar.day_minutes


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
