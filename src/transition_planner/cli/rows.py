"""A schedule's rows as commands tell them: their titles, and their data in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.cli.formatting import span
from transition_planner.locales import _
from transition_planner.locales.dates import full_date

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule


def title(schedule: Schedule, row: int) -> str:
    """A task's title on one line; its id where it has none."""
    from transition_planner.tui.painting.titles import title_of  # noqa: PLC0415  # 60 ms that help does not need

    return title_of(schedule.outline, row)


def named(schedule: Schedule, row: int) -> str:
    """Title and id: `Choose the model (choose-model)`."""
    return f"{title(schedule, row)} ({schedule.outline.ids[row]})"


def kind(schedule: Schedule, row: int) -> str:
    """`phase`, `milestone` or `task`."""
    if schedule.outline.tasks[row].is_phase:
        return "phase"
    return "milestone" if schedule.is_milestone(row) else "task"


def dates(schedule: Schedule, row: int) -> str:
    """First and last day of a row, or that it has none."""
    if row in schedule.undated:
        return _("no dates")
    return span(schedule.first_day(row), schedule.last_day(row))


def day(schedule: Schedule, row: int) -> str:
    """The last day of a row, or that it has no dates."""
    return _("no dates") if row in schedule.undated else full_date(schedule.last_day(row))


def key_milestones(schedule: Schedule) -> list[int]:
    """The rows of the dates everybody should know, by their day; those without dates last."""
    tasks = schedule.outline.tasks
    rows = [row for row, task in enumerate(tasks) if task.key and not task.is_phase]
    dated = [row for row in rows if row not in schedule.undated]
    dated.sort(key=lambda row: (schedule.last_day(row), row))
    return dated + [row for row in rows if row in schedule.undated]


def head_data(schedule: Schedule) -> dict[str, Any]:
    """In JSON: of which plan and model the data is, and when all is done, where all of it has dates."""
    from transition_planner.tui.painting.titles import one_line  # noqa: PLC0415  # as in `title`

    return {
        "plan": str(schedule.plan.id),
        "title": one_line(schedule.plan.title),
        "model": schedule.model,
        "finish": None if schedule.undated else schedule.last_day_of_all.isoformat(),
    }


def row_data(schedule: Schedule, row: int) -> dict[str, Any]:
    """A row in JSON; its finish is its last working day, its float in days of its calendar.

    Without dates these are null, and `circle` has the ids along the circle of links that it is in or waits for.
    """
    outline = schedule.outline
    duration, phase = outline.tasks[row].duration, outline.parent[row]
    circle = schedule.undated.get(row)
    return {
        "id": outline.ids[row],
        "title": title(schedule, row),
        "kind": kind(schedule, row),
        "phase": outline.ids[phase] if phase >= 0 else None,
        "start": None if circle else schedule.first_day(row).isoformat(),
        "finish": None if circle else schedule.last_day(row).isoformat(),
        "duration": str(duration) if duration else None,
        "float_days": None if circle else round(schedule.float_days(row), 2),
        "critical": schedule.critical(row),
        "missed": list(schedule.missed(row)),
        "circle": list(circle.path) if circle else None,
    }


def key_milestones_data(schedule: Schedule) -> list[dict[str, str | None]]:
    """The key milestones in JSON."""
    return [
        {
            "id": schedule.outline.ids[row],
            "title": title(schedule, row),
            "date": None if row in schedule.undated else schedule.last_day(row).isoformat(),
        }
        for row in key_milestones(schedule)
    ]
