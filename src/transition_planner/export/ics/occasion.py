"""The dates of a schedule that others should know: of its tasks, and of its calendars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid5

from transition_planner.export.ics.description import description, title
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.locales import _
from transition_planner.plan.organisations import concerned
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from uuid import UUID

    from transition_planner.export.ics.laws import Laws
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Occasion:
    """One date, or some days in a row."""

    uid: UUID
    """Made of the plan's id and the item: the same in every export, whatever else changes."""
    item: str
    """What it is the date of, as `event:choose-model`: its form, then the task's id."""
    kind: Kind
    first: date
    last: date
    """The last day, inside it."""
    title: str
    description: str
    sides: tuple[str, ...] = ()
    """The organisations whose calendars show it, the owner's first."""
    critical: bool = False
    found_by: frozenset[Kind] = frozenset()
    """The kinds that give it; more than its own for a milestone at which somebody decides."""
    row: int | None = None
    """The row of the task that it is the event of; None for deadlines and days of calendars."""

    @property
    def name(self) -> str:
        """The id of the task or calendar."""
        return self.item.split(":")[1]


def occasions(schedule: Schedule, laws: Laws = NO_LAWS) -> tuple[Occasion, ...]:
    """The occasions of all tasks in file order, their texts in the language spoken now.

    A milestone at which somebody decides is one occasion, a decision, not two.
    """
    return tuple(
        occasion for row in range(len(schedule.outline)) for occasion in _of_task(schedule, row, laws)
    )


def _of_task(schedule: Schedule, row: int, laws: Laws) -> Iterator[Occasion]:
    plan, task, id_ = schedule.plan, schedule.outline.tasks[row], schedule.outline.ids[row]
    shown_to = concerned(plan, task)
    kinds = _kinds(schedule, row)
    if kinds:
        yield Occasion(
            uid=uuid5(plan.id, f"event:{id_}"),
            item=f"event:{id_}",
            kind=kinds[0],
            first=schedule.first_day(row),
            # Set by hand to a free day, a milestone starts on the working day after and finishes on the one before.
            last=max(schedule.first_day(row), schedule.last_day(row)),
            title=title(schedule, row),
            description=description(schedule, row, laws),
            sides=shown_to,
            critical=schedule.critical(row),
            found_by=frozenset(kinds),
            row=row,
        )
    if task.deadline is not None:
        day = to_date(start_of(task.deadline.date))
        yield Occasion(
            uid=uuid5(plan.id, f"deadline:{id_}"),
            item=f"deadline:{id_}",
            kind=Kind.DEADLINES,
            first=day,
            last=day,
            title=_("Deadline: {task}").format(task=title(schedule, row)),
            description=description(schedule, row, laws),
            sides=shown_to,
            critical=schedule.critical(row),
            found_by=frozenset({Kind.DEADLINES}),
        )


def _kinds(schedule: Schedule, row: int) -> tuple[Kind, ...]:
    """The kinds that find the task's own event, the one it is shown as first; none for a phase."""
    task = schedule.outline.tasks[row]
    if task.decision:
        return (Kind.DECISIONS, Kind.MILESTONES) if schedule.is_milestone(row) else (Kind.DECISIONS,)
    if task.is_phase:
        return ()
    return (Kind.MILESTONES,) if schedule.is_milestone(row) else (Kind.TASKS,)
