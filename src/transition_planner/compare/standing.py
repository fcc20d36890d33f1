"""Where a plan stands on a day: what should have happened, what is late, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.compare.silence import silences
from transition_planner.schedule.sequence import out_of_sequence

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.compare.silence import Silence
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

AHEAD = timedelta(days=14)
"""How far ahead what comes next is told."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The plan on a day, by rows of its outline; phases are left out, and tasks without dates."""

    day: date
    should_have_started: tuple[int, ...]
    """Those that the plan has started by that day, reported or not."""
    should_have_finished: tuple[int, ...]
    not_started: tuple[int, ...]
    """Of the first those without a reported start."""
    not_finished: tuple[int, ...]
    """Of the second those without a reported finish."""
    missed: tuple[int, ...]
    """Tasks whose forecast does not meet a fixed date."""
    next: tuple[tuple[str | None, tuple[int, ...]], ...]
    """By owner the open tasks that start or finish within two weeks, by their start; None owns what nobody does."""
    out_of_sequence: tuple[Arc, ...]
    """The links that reported progress did not heed."""
    silent: tuple[Silence, ...]
    """Tasks of which there has been no news for long."""


def standing(schedule: Schedule, document: Document, day: date) -> Standing:
    """Where the plan of a document stands at the end of a day."""
    outline = schedule.outline
    undated = schedule.undated
    rows = [row for row, task in enumerate(outline.tasks) if not task.is_phase and row not in undated]
    started = tuple(row for row in rows if schedule.first_day(row) <= day)
    finished = tuple(row for row in rows if schedule.last_day(row) <= day)
    return Standing(
        day=day,
        should_have_started=started,
        should_have_finished=finished,
        not_started=tuple(row for row in started if not has_started(schedule, row)),
        not_finished=tuple(row for row in finished if not schedule.done(row)),
        missed=tuple(row for row in rows if schedule.missed(row)),
        next=_next(schedule, rows, day),
        out_of_sequence=out_of_sequence(schedule),
        silent=silences(schedule, document, day),
    )


def has_started(schedule: Schedule, row: int) -> bool:
    """Whether a task is reported to have begun, or to be done."""
    task = schedule.outline.tasks[row]
    return task.started is not None or task.finished is not None


def _next(schedule: Schedule, rows: list[int], day: date) -> tuple[tuple[str | None, tuple[int, ...]], ...]:
    by_owner: dict[str | None, list[int]] = {}
    for row in rows:
        if schedule.done(row):
            continue
        days = schedule.first_day(row), schedule.last_day(row)
        if any(day < each <= day + AHEAD for each in days):
            by_owner.setdefault(schedule.outline.tasks[row].owner, []).append(row)
    return tuple(
        (owner, tuple(sorted(found, key=lambda row: (schedule.first_day(row), row))))
        for owner, found in sorted(by_owner.items(), key=lambda each: (each[0] is None, each[0] or ""))
    )
