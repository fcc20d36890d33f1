"""One case of the oracle as a plan: what its author typed in, nothing of what MS Project stored as the result."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from transition_planner.plan.plan import Plan

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CONSTRAINTS = {
    "SNET": "start-no-earlier-than",
    "SNLT": "start-no-later-than",
    "FNET": "finish-no-earlier-than",
    "FNLT": "finish-no-later-than",
    "MSO": "must-start-on",
    "MFO": "must-finish-on",
}


def plan_of(case: dict[str, Any]) -> Plan:
    """The plan of a case in the schema oracle-case/1.

    Raises:
        ValueError: with the reason, if the case asks for what plans cannot say.
    """
    project = case["project"]
    if project["schedule_from"] != "start":
        raise ValueError("scheduled from its finish")
    children: dict[Any, list[dict[str, Any]]] = {}
    for task in case["tasks"]:
        children.setdefault(task["parent"], []).append(task)
    links: dict[int, list[str]] = {}
    left_out = {task["uid"] for task in case["tasks"] if not task["active"]}
    for link in case["links"]:
        if link["pred"] not in left_out:
            links.setdefault(link["succ"], []).append(f"t{link['pred']} {link['type']}{lag_of(link)}")
    known = {task["uid"] for task in case["tasks"]}
    roots = [task for parent, tasks in children.items() if parent not in known for task in tasks]
    return Plan.model_validate(
        {
            "format": 1,
            "id": "00000000-0000-4000-8000-000000000000",
            "title": case["name"],
            "start": moment(project["start"]),
            "status-date": project["status_date"] and moment(project["status_date"]).date(),
            "day": f"{project['minutes_per_day']:g}min",
            "week": f"{project['minutes_per_week']:g}min",
            "calendar": calendar_id(project["default_calendar"]),
            "limits": {"critical": f"{project['critical_slack_limit_min'] or 0:g}min"},
            "calendars": {calendar_id(entry["id"]): calendar(entry) for entry in case["calendars"]},
            "tasks": {f"t{task['uid']}": entry for task in roots if (entry := entry_of(task, children, links))},
        }
    )


def calendar_id(number: int) -> str:
    """The id of a calendar in the plan."""
    return f"c{number}"


def moment(text: str) -> datetime:
    """A date of the case; seconds are dropped, the plan's grain is the minute."""
    return datetime.fromisoformat(text).replace(second=0, microsecond=0)


def lag_of(link: dict[str, Any]) -> str:
    """The lag as a link writes it."""
    if link.get("lag_pct"):
        return f"{link['lag_pct']:+g}%"
    lag = link.get("lag_min") or 0
    if not lag:
        return ""
    return f"{round(lag):+d}{'emin' if link.get('lag_elapsed') else 'min'}"


def calendar(entry: dict[str, Any]) -> dict[str, Any]:
    """Week and exceptions; hours past midnight go to the day after."""
    days: list[list[tuple[int, int]]] = [[] for _ in range(7)]
    for number, periods in enumerate(entry["week"]):
        for first, last in periods:
            if last <= 1440:
                days[number].append((first, last))
            else:
                days[number].append((first, 1440))
                days[(number + 1) % 7].append((0, last - 1440))
    closed, opened = [], []
    for exception in entry["exceptions"]:
        span = {"from": exception["from"][:10], "to": exception["to"][:10]}
        if exception["hours"]:
            opened.append(span | {"hours": hours(exception["hours"])})
        else:
            closed.append(span)
    week = [f"{WEEKDAYS[number]} {hours(periods)}" for number, periods in enumerate(days) if periods]
    # A week without any day is one of exceptions only; the plan's word for that is a window that never opens.
    return {"week": week, "closed": closed, "open": opened} if week else {"only": {"on": "1970-01-01"}, "open": opened}


def hours(periods: list[Any]) -> str:
    """Periods of a day as a calendar writes them, touching ones joined."""
    joined: list[list[int]] = []
    for first, last in sorted(map(tuple, periods)):
        if joined and first <= joined[-1][1]:
            joined[-1][1] = max(last, joined[-1][1])
        else:
            joined.append([first, last])
    return " ".join(f"{clock(first)}-{clock(last)}" for first, last in joined)


def clock(minute: int) -> str:
    """A minute of the day as HH:MM."""
    return f"{minute // 60:02}:{minute % 60:02}"


def entry_of(
    task: dict[str, Any], children: dict[Any, list[dict[str, Any]]], links: dict[int, list[str]]
) -> dict[str, Any] | None:
    """A task as the plan file writes it; None where it is inactive."""
    if not task["active"]:
        return None
    entry: dict[str, Any] = {"title": task["name"] or str(task["uid"]), "after": links.get(task["uid"], [])}
    inside = {
        f"t{child['uid']}": made
        for child in children.get(task["uid"], [])
        if (made := entry_of(child, children, links))
    }
    if task["deadline"]:
        entry["deadline"] = moment(task["deadline"])
    if inside:
        if task["constraint"] == "SNET":
            entry["start-no-earlier-than"] = moment(task["constraint_date"])
        return entry | {"tasks": inside}
    elapsed = "emin" if task["duration_elapsed"] else "min"
    entry["duration"] = f"{round(task['duration_min'] or 0)}{elapsed}"
    if task["calendar"] is not None:
        entry["calendar"] = calendar_id(task["calendar"])
    if task["manual"] and task["manual_start"] and task["manual_finish"]:
        entry["manual"] = {"start": moment(task["manual_start"]), "finish": moment(task["manual_finish"])}
    elif task["constraint"] in CONSTRAINTS and task["constraint_date"]:
        entry[CONSTRAINTS[task["constraint"]]] = moment(task["constraint_date"])
    elif task["constraint"] == "ALAP":
        entry["as-late-as-possible"] = True
    if task["actual_start"]:
        entry["started"] = moment(task["actual_start"])
        entry["done"] = f"{round(task['pct_complete'] or 0)}%"
    if task["actual_finish"]:
        entry["finished"] = moment(task["actual_finish"])
    return entry
