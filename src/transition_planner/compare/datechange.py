"""What a change of a plan did to its dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Shift:
    """A date that was forecast otherwise before; None where the task was not in the plan."""

    task: str
    before: date | None
    after: date | None

    @property
    def days(self) -> int:
        """Calendar days later; 0 where it was or is not in the plan."""
        return (self.after - self.before).days if self.before and self.after else 0


@dataclass(frozen=True, slots=True)
class FloatChange:
    """A task whose total float shrank, in days of its calendar."""

    task: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class DateChange:
    """The dates of one model, before and after."""

    model: str | None
    finish: Shift
    """Of the whole; its task is ""."""
    milestones: tuple[Shift, ...]
    """The key milestones that moved, came or went, by their day."""
    moved: tuple[Shift, ...]
    """All other tasks whose finish moved, those moved furthest first."""
    became_critical: tuple[str, ...]
    no_longer_critical: tuple[str, ...]
    """Only of tasks that both states have and that are not done."""
    float_lost: tuple[FloatChange, ...]
    """Open tasks with at least half a day less, the greatest loss first."""


HALF_A_DAY = 0.5


def date_change(before: Schedule, after: Schedule, earlier_ids: Mapping[str, str]) -> DateChange:
    """What changed between two schedules; `earlier_ids` are those of tasks that were renamed."""
    pairs = _pairs(before, after, earlier_ids)
    shifts = [Shift(after.outline.ids[row], before.last_day(old), after.last_day(row)) for old, row in pairs]
    milestones = _milestones(before, after, earlier_ids)
    key = {shift.task for shift in milestones}
    moved = [shift for shift in shifts if shift.days and shift.task not in key]
    ids = after.outline.ids
    still_open = [(old, row) for old, row in pairs if not after.done(row)]
    floats = [FloatChange(ids[row], before.float_days(old), after.float_days(row)) for old, row in still_open]
    return DateChange(
        model=after.model,
        finish=Shift("", before.last_day_of_all, after.last_day_of_all),
        milestones=milestones,
        moved=tuple(sorted(moved, key=lambda shift: (-abs(shift.days), shift.task))),
        became_critical=tuple(
            ids[row] for old, row in still_open if after.critical(row) and not before.critical(old)
        ),
        no_longer_critical=tuple(
            ids[row] for old, row in still_open if before.critical(old) and not after.critical(row)
        ),
        float_lost=tuple(
            sorted(
                (each for each in floats if each.before - each.after >= HALF_A_DAY),
                key=lambda each: (each.after - each.before, each.task),
            )
        ),
    )


def _pairs(before: Schedule, after: Schedule, earlier_ids: Mapping[str, str]) -> list[tuple[int, int]]:
    """The rows of the tasks that both have, phases left out."""
    old, new = before.outline, after.outline
    return [
        (old.row[earlier], row)
        for row, id_ in enumerate(new.ids)
        if (earlier := earlier_ids.get(id_, id_)) in old.row
        and not new.tasks[row].is_phase
        and not old.tasks[old.row[earlier]].is_phase
    ]


def _milestones(before: Schedule, after: Schedule, earlier_ids: Mapping[str, str]) -> tuple[Shift, ...]:
    later = {old: new for new, old in earlier_ids.items()}
    was = {later.get(id_, id_): day for id_, day in key_dates(before).items()}
    is_ = key_dates(after)
    shifts = [Shift(id_, was.get(id_), is_.get(id_)) for id_ in {**was, **is_}]
    moved = [shift for shift in shifts if shift.before != shift.after]
    return tuple(sorted(moved, key=lambda shift: (shift.after or shift.before or 0, shift.task)))


def key_dates(schedule: Schedule) -> dict[str, date]:
    """The day of each date that everybody should know, by its id."""
    outline = schedule.outline
    return {
        outline.ids[row]: schedule.last_day(row)
        for row, task in enumerate(outline.tasks)
        if task.key and not task.is_phase
    }
