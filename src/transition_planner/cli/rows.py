"""A schedule's rows as commands tell them: their titles, and their data in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


def key_milestones(schedule: Schedule) -> list[int]:
    """The rows of the dates everybody should know, by their day."""
    tasks = schedule.outline.tasks
    rows = [row for row, task in enumerate(tasks) if task.key and not task.is_phase]
    return sorted(rows, key=lambda row: (schedule.last_day(row), row))


def head_data(schedule: Schedule) -> dict[str, Any]:
    """In JSON: of which plan and model the data is, and when all is done."""
    from transition_planner.tui.painting.titles import one_line  # noqa: PLC0415  # as in `title`

    return {
        "plan": str(schedule.plan.id),
        "title": one_line(schedule.plan.title),
        "model": schedule.model,
        "finish": schedule.last_day_of_all.isoformat(),
    }


def row_data(schedule: Schedule, row: int) -> dict[str, Any]:
    """A row in JSON; its finish is its last working day, its float in days of its calendar."""
    outline = schedule.outline
    duration, phase = outline.tasks[row].duration, outline.parent[row]
    return {
        "id": outline.ids[row],
        "title": title(schedule, row),
        "kind": kind(schedule, row),
        "phase": outline.ids[phase] if phase >= 0 else None,
        "start": schedule.first_day(row).isoformat(),
        "finish": schedule.last_day(row).isoformat(),
        "duration": str(duration) if duration else None,
        "float_days": round(schedule.float_days(row), 2),
        "critical": schedule.critical(row),
        "missed": list(schedule.missed(row)),
    }


def key_milestones_data(schedule: Schedule) -> list[dict[str, str]]:
    """The key milestones in JSON."""
    return [
        {
            "id": schedule.outline.ids[row],
            "title": title(schedule, row),
            "date": schedule.last_day(row).isoformat(),
        }
        for row in key_milestones(schedule)
    ]
