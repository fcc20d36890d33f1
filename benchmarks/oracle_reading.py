"""Reading a folder of cases: any folder, with what cases may leave out filled in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMA = "oracle-case/1"

Data = dict[str, Any]
"""A JSON object of a case."""

_CASE: Data = {
    "calendars": [],
    "confirmed": {},
    "expected": {},
    "links": [],
    "mpxj": {},
    "source": {},
    "tasks": [],
}
_PROJECT: Data = {
    "critical_slack_limit_min": 0,
    "minutes_per_day": 480,
    "minutes_per_week": 2400,
    "multiple_critical_paths": False,
    "schedule_from": "start",
}
_CALENDAR: Data = {"week": [[] for _ in range(7)], "exceptions": []}
_EXCEPTION: Data = {"hours": []}
_TASK: Data = {
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
_LINK: Data = {"type": "FS"}
_ASSIGNMENT: Data = {"calendar": None, "contour": None, "units": None, "work_min": None}


def cases(folder: Path) -> Iterator[Data]:
    """The cases of a folder, by the names of their files; other files are passed over.

    One that cannot be read has its name, the tasks that results speak of, and why under `unreadable`.
    """
    inside = folder / "cases"
    for path in sorted((inside if inside.is_dir() else folder).glob("*.json")):
        try:
            case = json.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError, RecursionError) as error:
            yield _unreadable(path.stem, error, {})
            continue
        if isinstance(case, dict) and case.get("schema") == SCHEMA:
            try:
                yield _completed(case) | {"name": str(case.get("name") or path.stem)}
            except (TypeError, ValueError, AttributeError, KeyError) as error:
                yield _unreadable(path.stem, error, case.get("expected"))


def _unreadable(name: str, error: Exception, expected: object) -> Data:
    results = _results(expected)
    tasks = [{**_TASK, "uid": uid} for uid in results]
    return {
        **_CASE,
        "name": name,
        "expected": results,
        "tasks": tasks,
        "unreadable": f"cannot be read: {error}",
    }


def _completed(case: Data) -> Data:
    """The case with what it leaves out, or says as null."""
    tasks = [
        {
            **_filled(_TASK, task),
            "uid": task["uid"],
            "assignments": [_filled(_ASSIGNMENT, each) for each in task.get("assignments") or []],
        }
        for task in case.get("tasks") or []
    ]
    calendars = [
        {
            **_filled(_CALENDAR, calendar),
            "exceptions": [_filled(_EXCEPTION, each) for each in calendar.get("exceptions") or []],
        }
        for calendar in case.get("calendars") or []
    ]
    project = _PROJECT | {"default_calendar": calendars[0].get("id") if calendars else None}
    confirmed = _map(case.get("confirmed"))
    return {
        **_filled(_CASE, case),
        "project": _filled(project, case.get("project") or {}),
        "calendars": calendars,
        "tasks": tasks,
        "expected": _results(case.get("expected")),
        "confirmed": {name: uids for name, uids in confirmed.items() if isinstance(uids, list)},
        "links": [_filled(_LINK, each) for each in case.get("links") or []],
        "mpxj": {name: count for name, count in _map(case.get("mpxj")).items() if isinstance(count, int)},
        "source": _map(case.get("source")),
    }


def _filled(defaults: Data, given: Data) -> Data:
    return defaults | {name: value for name, value in given.items() if value is not None}


def _map(value: object) -> Data:
    return value if isinstance(value, dict) else {}


def _results(expected: object) -> dict[str, Data]:
    """The stored results by task; what is no map of them says nothing of any."""
    return {str(uid): _map(each) for uid, each in _map(expected).items()}
