"""Reading a folder of cases: any folder, with what cases may leave out filled in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = "oracle-case/1"

_CASE: dict[str, Any] = {
    "calendars": [],
    "confirmed": {},
    "expected": {},
    "links": [],
    "mpxj": {},
    "source": {},
    "tasks": [],
}
_PROJECT: dict[str, Any] = {
    "critical_slack_limit_min": 0,
    "minutes_per_day": 480,
    "minutes_per_week": 2400,
    "multiple_critical_paths": False,
    "schedule_from": "start",
}
_CALENDAR: dict[str, Any] = {"week": [[] for _ in range(7)], "exceptions": []}
_TASK: dict[str, Any] = {
    "active": True,
    "assignments": [],
    "constraint": "ASAP",
    "duration_elapsed": False,
    "duration_min": 0,
    "estimated": False,
    "external": False,
    "ignore_resource_calendar": False,
    "manual": False,
    "summary": False,
} | dict.fromkeys(
    (
        *("actual_finish", "actual_start", "calendar", "constraint_date", "deadline", "leveling_delay"),
        *(
            "manual_finish",
            "manual_start",
            "name",
            "parent",
            "remaining_duration_min",
            "resume",
            "splits",
            "type",
        ),
    )
)
_ASSIGNMENT: dict[str, Any] = {"calendar": None, "contour": None, "units": None, "work_min": None}


def cases(folder: Path) -> Iterator[dict[str, Any]]:
    """The cases of a folder, by the names of their files; other files are passed over.

    One that cannot be read has its name, the tasks that results speak of, and why under `unreadable`.
    """
    inside = folder / "cases"
    for path in sorted((inside if inside.is_dir() else folder).glob("*.json")):
        try:
            case = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            yield _unreadable(path.stem, error, {})
            continue
        if isinstance(case, dict) and case.get("schema") == SCHEMA:
            try:
                yield _completed(case) | {"name": str(case.get("name") or path.stem)}
            except (TypeError, ValueError, AttributeError) as error:
                yield _unreadable(path.stem, error, case.get("expected"))


def _unreadable(name: str, error: Exception, expected: object) -> dict[str, Any]:
    uids = expected if isinstance(expected, dict) else {}
    tasks = [{**_TASK, "uid": uid} for uid in uids]
    return {**_CASE, "name": name, "expected": uids, "tasks": tasks, "unreadable": f"cannot be read: {error}"}


def _completed(case: dict[str, Any]) -> dict[str, Any]:
    """The case with what it leaves out."""
    tasks = [
        {**_TASK, **task, "assignments": [{**_ASSIGNMENT, **each} for each in task.get("assignments") or []]}
        for task in case.get("tasks", [])
    ]
    return {
        **_CASE,
        **case,
        "project": {**_PROJECT, **case.get("project", {})},
        "calendars": [{**_CALENDAR, **calendar} for calendar in case.get("calendars", [])],
        "tasks": tasks,
    }
