"""One case of the oracle as a plan: what its author typed in, nothing of what MS Project stored as the result."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from oracle_calendar import calendar_entry
from transition_planner.plan.plan import Plan

Data = dict[str, Any]
"""A JSON object of the case, or a map of the plan file."""

CONSTRAINTS = {
    "SNET": "start-no-earlier-than",
    "SNLT": "start-no-later-than",
    "FNET": "finish-no-earlier-than",
    "FNLT": "finish-no-later-than",
    "MSO": "must-start-on",
    "MFO": "must-finish-on",
}


def plan_of(case: Data) -> Plan:
    """The plan of a case in the schema oracle-case/1.

    Raises:
        ValueError: with the reason, if the case asks for what plans cannot say.
    """
    if "unreadable" in case:
        raise ValueError(case["unreadable"])
    if case["project"]["schedule_from"] != "start":
        raise ValueError("scheduled from its finish")
    return Plan.model_validate(Translation(case).plan())


def moment(text: str) -> datetime:
    """A date of the case; seconds are dropped, the plan's grain is the minute."""
    return datetime.fromisoformat(text).replace(second=0, microsecond=0)


@dataclass(frozen=True)
class Translation:
    """A case on its way into a plan.

    MS Project's status date moves nothing, so it is not handed on. Each resource is a role with its calendar.
    """

    case: Data

    def plan(self) -> Data:
        """The plan's map."""
        project = self.case["project"]
        known = {task["uid"] for task in self.case["tasks"]}
        return {
            "format": 1,
            "id": "00000000-0000-4000-8000-000000000000",
            "title": self.case["name"],
            "start": moment(project["start"]),
            "day": f"{amount(project['minutes_per_day'])}min",
            "week": f"{amount(project['minutes_per_week'])}min",
            "calendar": self.calendar_id(project["default_calendar"]),
            "limits": {
                "critical": f"{amount(project['critical_slack_limit_min'])}min",
                "each-end": project["multiple_critical_paths"],
            },
            "calendars": {
                self.calendar_id(entry["id"]): calendar_entry(entry) for entry in self.case["calendars"]
            },
            "roles": {
                self.calendar_id(entry["id"]): {"calendar": self.calendar_id(entry["id"])}
                for entry in self.case["calendars"]
            },
            "tasks": {
                f"t{task['uid']}": self.entry(task)
                for task in self.case["tasks"]
                if task["parent"] not in known
            },
        }

    @cached_property
    def links(self) -> dict[int, list[Data]]:
        """The links into each task."""
        links: dict[int, list[Data]] = {}
        for link in self.case["links"]:
            links.setdefault(link["succ"], []).append(link)
        return links

    @cached_property
    def children(self) -> dict[int, list[Data]]:
        """The tasks in each summary."""
        children: dict[int, list[Data]] = {}
        for task in self.case["tasks"]:
            children.setdefault(task["parent"], []).append(task)
        return children

    @cached_property
    def parents(self) -> dict[int, Data]:
        """The summary around each task."""
        tasks = {task["uid"]: task for task in self.case["tasks"]}
        return {uid: tasks[task["parent"]] for uid, task in tasks.items() if task["parent"] in tasks}

    @cached_property
    def calendar_ids(self) -> dict[int, str]:
        """The id of each calendar in the plan; calendars that say the same are one."""
        first: dict[str, str] = {}
        return {
            entry["id"]: first.setdefault(json.dumps((entry["week"], entry["exceptions"])), f"c{number}")
            for number, entry in enumerate(self.case["calendars"])
        }

    def calendar_id(self, number: int) -> str:
        """The id of a calendar in the plan."""
        return self.calendar_ids[number]

    def entry(self, task: Data) -> Data:
        """A task as the plan file writes it."""
        entry: Data = {
            "title": task["name"] or str(task["uid"]),
            "after": [link_text(link) for link in self.links.get(task["uid"], [])],
            "active": task["active"],
        }
        if task["deadline"]:
            entry["deadline"] = moment(task["deadline"])
        if task["manual"] and task["manual_start"] and task["manual_finish"]:
            entry["manual"] = {"start": moment(task["manual_start"]), "finish": moment(task["manual_finish"])}
        inside = self.children.get(task["uid"])
        if inside:
            if task["constraint"] == "SNET":
                entry["start-no-earlier-than"] = moment(task["constraint_date"])
            return entry | {"tasks": {f"t{child['uid']}": self.entry(child) for child in inside}}
        return entry | self.work(task) | self.constraint(task) | progress(task)

    def work(self, task: Data) -> Data:
        """How long it takes, and on which calendars."""
        unit = "emin" if task["duration_elapsed"] else "min"
        work: Data = {"duration": f"{amount(task['duration_min'])}{unit}"}
        if task["calendar"] is not None:
            work["calendar"] = self.calendar_id(task["calendar"])
        assignments = driving_assignments(task)
        roles = list(dict.fromkeys(self.calendar_id(each["calendar"]) for each in assignments))
        if task["ignore_resource_calendar"] or not roles:
            return work
        if len(roles) > 1 and not task["calendar"]:
            # MS Project counts the duration on all of them together, the plan what one of them works.
            longest = max(each["work_min"] * 100 / each["units"] for each in assignments)
            work["duration"] = f"{amount(longest)}{unit}"
        return work | {"involves": roles}

    def constraint(self, task: Data) -> Data:
        """The date it is held to."""
        if task["constraint"] in CONSTRAINTS and task["constraint_date"]:
            return {CONSTRAINTS[task["constraint"]]: moment(task["constraint_date"])}
        if task["constraint"] == "ALAP":
            return {"as-late-as-possible": True}
        if task["leveling_delay"] and not self.follows(task):
            # What the leveller moved off the project's start is held to the date it was moved to.
            delay = timedelta(minutes=task["leveling_delay"]["min"])
            return {"start-no-earlier-than": self.first_start(task) + delay}
        return {}

    def follows(self, task: Data) -> bool:
        """Whether links move it: its own, or those of a summary around it."""
        uid = task["uid"]
        return uid in self.links or (uid in self.parents and self.follows(self.parents[uid]))

    def first_start(self, task: Data) -> datetime:
        """The date from which it could start: the project's start, or that of a manual summary around it."""
        above = self.parents.get(task["uid"])
        if above is None:
            return moment(self.case["project"]["start"])
        return moment(above["manual_start"]) if above["manual"] else self.first_start(above)


def amount(number: float, sign: str = "-") -> str:
    """A number as the plan writes it: all its digits, and no exponent."""
    return f"{number:{sign}.4f}".rstrip("0").removesuffix(".")


def link_text(link: Data) -> str:
    """A link as the plan writes it."""
    lag = ""
    if link.get("lag_pct"):
        lag = f"{amount(link['lag_pct'], '+')}%"
    elif link.get("lag_min"):
        lag = f"{amount(link['lag_min'], '+')}{'emin' if link.get('lag_elapsed') else 'min'}"
    return f"t{link['pred']} {link['type']}{lag}"


def driving_assignments(task: Data) -> list[Data]:
    """The assignments whose calendars decide the dates.

    None of a task of fixed duration, nor of one whose work is spread by hand: there the duration holds. Who has no
    calendar holds nothing up.
    """
    working = [
        each
        for each in task["assignments"]
        if each["units"] and each["work_min"] and each["calendar"] is not None
    ]
    if task["type"] == "FIXED_DURATION" or any(each["contour"] for each in working):
        return []
    return working


def progress(task: Data) -> Data:
    """What has been done."""
    done: Data = {}
    if task["actual_start"]:
        done["started"] = moment(task["actual_start"])
    if task["actual_finish"]:
        return done | {"finished": moment(task["actual_finish"])}
    if not done:
        return {}
    if task["remaining_duration_min"] is not None and not task["duration_elapsed"]:
        done["remaining"] = f"{amount(task['remaining_duration_min'])}min"
    if task["resume"]:
        done["resumes"] = moment(task["resume"])
    return done
