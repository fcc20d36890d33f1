"""The choice of a model: by when it must be made, and what waiting costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.plan.task import Fixed
from transition_planner.planfile.edits.tree import without_field
from transition_planner.schedule.moments import end_of
from transition_planner.schedule.passes import backward
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import add_months, from_date, to_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.schedule import Schedule

MONTHS = 6
"""For how many months of waiting the cost is told."""


@dataclass(frozen=True, slots=True)
class Wait:
    """What becomes of a model whose choice comes so many months after its forecast."""

    months: int
    chosen: date
    """The day the choice is then made."""
    goal: date
    """The day the goal is then reached."""
    days: int
    """Calendar days that the goal is later than without waiting."""
    missed: tuple[str, ...]
    """Tasks that then miss a fixed date which they meet without waiting."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The choice of one model."""

    task: str
    """The task that chooses."""
    goal: str
    """The milestone that the model aims at."""
    forecast: date
    """The day the choice is made by the forecast."""
    goal_day: date
    """The day the goal is reached by the forecast."""
    target: date
    """The day by which the goal is to be reached: its own fixed date, else its forecast."""
    last_day: date | None
    """The last day on which the choice still lets the goal be reached; None where the goal does not wait for it."""
    waits: tuple[Wait, ...]
    """For one month, two months, and so on."""


def choice(found: Schedule) -> Choice | None:
    """The choice of a model; None where the plan names no `choice`, the model has no goal, or the choice is made."""
    plan, outline = found.plan, found.outline
    task = plan.choice or ""
    goal = (plan.models[found.model].goal if found.model in plan.models else None) or ""
    if task not in outline.row or goal not in outline.row or found.done(outline.row[task]):
        return None
    chooses, reaches = outline.row[task], outline.row[goal]
    target = _target(found, reaches)
    return Choice(
        task=task,
        goal=goal,
        forecast=found.last_day(chooses),
        goal_day=found.last_day(reaches),
        target=target,
        last_day=_last_day(found, chooses, reaches, target),
        waits=tuple(_waited(found, chooses, reaches, months) for months in range(1, MONTHS + 1)),
    )


def before(found: Schedule, row: int) -> set[int]:
    """The rows of the tasks that a task waits for, directly or through others, and its own."""
    rows: set[int] = set()
    ahead = list(found.outline.leaves(row))
    while ahead:
        here = ahead.pop()
        if here not in rows:
            rows.add(here)
            for arc in found.predecessors(here):
                ahead += found.outline.leaves(arc.pred)
    return rows


def _target(found: Schedule, goal: int) -> date:
    task = found.outline.tasks[goal]
    fixed = [
        each.date
        for each in (task.deadline, task.finish_no_later_than, task.must_finish_on)
        if each is not None
    ]
    return min(fixed, key=end_of, default=found.last_day(goal))


def _last_day(found: Schedule, chooses: int, reaches: int, target: date) -> date | None:
    """The choice's late finish in a plan of nothing but what the goal waits for, held by nothing but the goal's target.

    Other deadlines would make it the last day for them, not for the goal.
    """
    rows = before(found, reaches)
    if chooses not in rows:
        return None
    alone = schedule(_only(found, rows), found.model)
    late = backward(alone.network, alone.early, end_of(target))
    limited = replace(alone, late=late, finish=end_of(target))
    ids, row_of = found.outline.ids, alone.outline.row
    return _proven(limited, alone, row_of[ids[chooses]], row_of[ids[reaches]], target)


def _proven(limited: Schedule, alone: Schedule, chooses: int, reaches: int, target: date) -> date:
    """The last day of the choice from which the goal is really reached, looked for around its late dates.

    Late dates are rounded where a link leaves from the start of a task, or leads to one on rare dates: the next
    meeting then seems early enough, or this one too late. So days are tried, from the late start on.
    """

    def reached(day: date) -> date | None:
        tried = delayed(alone, chooses, day)
        rows = range(len(tried.outline))
        fails = tried.last_day(reaches) > target or any(
            set(tried.missed(row)) - set(alone.missed(row)) for row in rows
        )
        return None if fails else tried.last_day(chooses)

    day, first = to_date(limited.late_start(chooses)), alone.first_day(chooses)
    last = None
    while day > first and (last := reached(day)) is None:
        day -= timedelta(days=1)
    if last is None:
        if alone.last_day(reaches) > target:
            finish = limited.late_finish(chooses)
            return to_date(finish) if alone.is_milestone(chooses) else to_date(finish - 1)
        day, last = first, alone.last_day(chooses)
    while day < target and (later := reached(day + timedelta(days=1))) is not None:
        day, last = day + timedelta(days=1), later
    return last


def _only(found: Schedule, rows: set[int]) -> Plan:
    """The plan with some tasks of one model alone, the model's overrides written in them, without deadlines."""
    outline, plan = found.outline, found.plan

    def kept(tasks: Mapping[str, Task]) -> dict[str, Task]:
        new = {}
        for id_, written in tasks.items():
            row = outline.row.get(id_)
            if row is None:
                continue
            task = without_field(outline.tasks[row], "deadline")
            if written.tasks is not None:
                inside = kept(written.tasks)
                if inside:
                    new[id_] = task.model_copy(update={"tasks": inside})
            elif row in rows:
                new[id_] = task
        return new

    model = found.model or ""
    models = {model: plan.models[model].model_copy(update={"overrides": {}})}
    return plan.model_copy(update={"tasks": kept(plan.tasks), "models": models})


def delayed(found: Schedule, row: int, day: date) -> Schedule:
    """The schedule when a task starts no earlier than a day."""
    plan, id_ = found.plan, found.outline.ids[row]

    def held(tasks: Mapping[str, Task]) -> dict[str, Task]:
        new = {}
        for each, task in tasks.items():
            if each == id_:
                new[each] = task.model_copy(update={"start_no_earlier_than": Fixed(date=day)})
                new[each].model_fields_set.add("start_no_earlier_than")
            elif task.tasks is not None:
                new[each] = task.model_copy(update={"tasks": held(task.tasks)})
            else:
                new[each] = task
        return new

    return schedule(plan.model_copy(update={"tasks": held(plan.tasks)}), previous=found)


def _waited(found: Schedule, chooses: int, reaches: int, months: int) -> Wait:
    day = to_date(add_months(from_date(found.last_day(chooses)), months))
    waited = delayed(found, chooses, day)
    goal = waited.last_day(reaches)
    missed = tuple(
        id_
        for row, id_ in enumerate(found.outline.ids)
        if not found.outline.tasks[row].is_phase and set(waited.missed(row)) - set(found.missed(row))
    )
    return Wait(months, waited.last_day(chooses), goal, (goal - found.last_day(reaches)).days, missed)
