"""The dates of a schedule that others should know: milestones, decisions and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid5

from transition_planner.export.ics.description import description, title
from transition_planner.export.ics.kind import Kind
from transition_planner.locales import _
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Occasion:
    """One date, or some days in a row."""

    uid: UUID
    """Made of the plan's id, the form and the task's id: the same in every export, whatever else changes."""
    task: str
    """The task's id."""
    kind: Kind
    first: date
    last: date
    """The last day, inside it."""
    title: str
    description: str
    side: str | None
    """The organisation of the task's owner."""


def occasions(schedule: Schedule, kinds: frozenset[Kind]) -> tuple[Occasion, ...]:
    """The occasions of these kinds in file order, their texts in the language spoken now.

    A milestone at which somebody decides is one occasion, a decision, not two.
    """
    return tuple(
        occasion for row in range(len(schedule.outline)) for occasion in _of_task(schedule, row, kinds)
    )


def _of_task(schedule: Schedule, row: int, kinds: frozenset[Kind]) -> Iterator[Occasion]:
    plan, task, id_ = schedule.plan, schedule.outline.tasks[row], schedule.outline.ids[row]
    role = plan.roles.get(task.owner) if task.owner else None
    side = role.side if role else None
    milestone = schedule.is_milestone(row)
    if (task.decision and Kind.DECISIONS in kinds) or (milestone and Kind.MILESTONES in kinds):
        yield Occasion(
            uid=uuid5(plan.id, f"event:{id_}"),
            task=id_,
            kind=Kind.DECISIONS if task.decision else Kind.MILESTONES,
            first=schedule.first_day(row),
            last=schedule.last_day(row),
            title=title(schedule, row),
            description=description(schedule, row),
            side=side,
        )
    if task.deadline is not None and Kind.DEADLINES in kinds:
        day = to_date(start_of(task.deadline.date))
        yield Occasion(
            uid=uuid5(plan.id, f"deadline:{id_}"),
            task=id_,
            kind=Kind.DEADLINES,
            first=day,
            last=day,
            title=_("Deadline: {task}").format(task=title(schedule, row)),
            description=description(schedule, row),
            side=side,
        )
