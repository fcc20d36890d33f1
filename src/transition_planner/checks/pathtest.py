"""The critical path test: a long delay of a critical task has to delay the end as much."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule.driver import bound
from transition_planner.schedule.passes import instant_of
from transition_planner.schedule.scheduling import schedule as scheduled
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from transition_planner.checks.context import Context
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

SLIP = 600
"""Working days by which DCMA delays the task."""


def slip(context: Context) -> tuple[str, float] | None:
    """The first critical task with a working duration, and by how many working days the end moves with it.

    The task takes 600 days longer; None where there is no such task, or no time for that much on a calendar.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    schedule = context.whole_schedule
    row = _first_to_slip(context, sorted(schedule.critical_rows, key=schedule.early_start))
    after = None if row is None else _slipped(context, row)
    if row is None or after is None:
        return None
    return context.outline.ids[row], _days(context, schedule.finish, after.finish)


def targets(context: Context) -> tuple[int, ...]:
    """The rows that paths are looked at to: the open key milestones, else what finishes last.

    Raises:
        UnscheduledError: if not all of the model has dates.
    """
    schedule, outline, rows = context.whole_schedule, context.outline, context.open_rows
    goal = context.plan.models[context.model].goal if context.model else None
    found = tuple(row for row in rows if outline.tasks[row].key or outline.ids[row] == goal)
    return found or (max(rows, key=schedule.early_finish),) if rows else ()


def moved(context: Context, row: int, target: int) -> float | None:
    """By how many working days a target moves when a task takes 600 days longer; None where that finds no time."""
    before, after = context.schedule, _slipped(context, row)
    return None if after is None else _days(context, before.early_finish(target), after.early_finish(target))


def chain_to(context: Context, target: int) -> tuple[int | None, float]:
    """The first task that can slip of the links that press most on a target, and the working days that they leave.

    Of links that press alike the one from the task that comes last in the network: so none is followed that others
    make needless, and what is found does not change when such a link goes.
    """
    schedule, row, chain, waits = context.schedule, target, [target], 0.0
    while arcs := schedule.predecessors(row):
        arc = max(arcs, key=partial(_pressing, schedule))
        before = max(schedule.outline.leaves(arc.pred), key=schedule.early_finish)
        waits += max(0.0, _days(context, _ready(schedule, arc, before), schedule.early_start(row)))
        row = before
        chain.append(row)
    return _first_to_slip(context, reversed(chain[1:])), waits


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


def _first_to_slip(context: Context, rows: Iterable[int]) -> int | None:
    return next((row for row in rows if _can_slip(context, row)), None)


def _can_slip(context: Context, row: int) -> bool:
    """Whether a task takes time that is still ahead, and its calendar has as much more."""
    task, schedule = context.outline.tasks[row], context.schedule
    held = task.is_phase or task.finished is not None or task.manual is not None
    if held or not schedule.network.length[row]:
        return False
    calendar = schedule.calendar(row)
    try:
        calendar.instant(schedule.early[2 * row + 1] + 2 * SLIP * calendar.day_minutes)
    except NoWorkingTime:
        return False
    return True


def _slipped(context: Context, row: int) -> Schedule | None:
    """The schedule with a task that takes 600 days longer; None where a calendar has no time for all that it moves.

    The latter is no path that a date holds: whoever is that late is told of the calendar.
    """
    schedule = context.schedule
    minutes = schedule.network.length[row] + SLIP * schedule.calendar(row).day_minutes
    longer = _longer(context.plan, context.model, context.outline.ids[row], minutes)
    after = scheduled(longer, context.model, previous=schedule)  # only what the task moves
    return after if after.impossible.keys() <= schedule.impossible.keys() else None


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
