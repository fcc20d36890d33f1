"""Tasks that should move, and of which nothing has been heard for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.planfile.document import entry_span
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Silence:
    """A task without news."""

    row: int
    since: date
    """The day of the last news, or on which it should have started."""
    weeks: int
    """How many full weeks ago that was."""


def silences(schedule: Schedule, document: Document, day: date) -> tuple[Silence, ...]:
    """The tasks under way by a day, or that should be, without news for as many weeks as the plan allows.

    News is what the plan itself dates, and in git the last edit of any line of the task's entry. Outside git nobody
    can tell when `done` and `remaining` were written: tasks that have them are left out.
    """
    least = timedelta(weeks=schedule.plan.thresholds.weeks_without_news)
    last = {
        row: _last_told(schedule, row) for row in range(len(schedule.outline)) if _moves(schedule, row, day)
    }
    long_ago = [row for row, told in last.items() if told + least <= day]
    edited = _edited(document, schedule, long_ago) if long_ago else {}
    found = []
    for row in long_ago:
        task = schedule.outline.tasks[row]
        if row not in edited and (task.done is not None or task.remaining is not None):
            continue
        since = max(last[row], edited.get(row, last[row]))
        if since + least <= day:
            found.append(Silence(row, since, (day - since).days // 7))
    return tuple(found)


def _moves(schedule: Schedule, row: int, day: date) -> bool:
    """Whether a task has started, or should have, and is not done."""
    task = schedule.outline.tasks[row]
    if task.is_phase or task.finished is not None or row in schedule.undated:
        return False
    return task.started is not None or schedule.first_day(row) <= day


def _last_told(schedule: Schedule, row: int) -> date:
    """The last day that the plan itself tells of a task."""
    task = schedule.outline.tasks[row]
    if task.started is None:
        return schedule.first_day(row)
    return max(to_date(start_of(each)) for each in (task.started, task.resumes) if each is not None)


def _edited(document: Document, schedule: Schedule, rows: list[int]) -> dict[int, date]:
    """The day that any line of a task's entry was last written, by row; nothing where git cannot tell."""
    from transition_planner.git.linedays import line_days  # noqa: PLC0415  # 10 ms of subprocess that few plans need
    from transition_planner.git.repository import HistoryError  # noqa: PLC0415  # as above

    if document.path is None:
        return {}
    try:
        days = line_days(document.path, document.encoded())
    except HistoryError:
        return {}
    edited = {}
    for row in rows:
        start, end = entry_span(document, schedule.outline.ids[row])
        first, last = (document.text.count("\n", 0, offset) for offset in (start, end - 1))
        edited[row] = max(days[first : last + 1])
    return edited
