"""What agrees between a schedule and the results that MS Project had stored."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from oracle_case import moment, plan_of
from transition_planner.plan.calendar import ALWAYS
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import from_date, to_datetime

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.worktime.workcalendar import WorkCalendar

DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
SLACKS = ("total_slack_min", "free_slack_min")
STORED = {
    "start+finish": DATES[:2],
    "six dates": DATES,
    "slacks": SLACKS,
    "critical": ("critical",),
    "slacks where dates agree": SLACKS,
    "critical, placeholders aside": ("critical",),
}
"""What of the stored results each measure goes by."""
MEASURES = tuple(STORED)
CONFIRMED_BY = dict.fromkeys(MEASURES, "all_six_dates") | {"start+finish": "start_finish"}
"""The set of confirmed tasks that each measure goes by."""


@dataclass
class Tally:
    """How many tasks agree by measure, of how many that were compared."""

    right: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)

    def count(self, measure: str, *, agrees: bool) -> None:
        """Count one task in."""
        self.right[measure] += agrees
        self.compared[measure] += 1

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right.update(other.right)
        self.compared.update(other.compared)


@dataclass
class Score:
    """One case, or all of them."""

    tasks: int = 0
    mpxj: int = 0
    """Tasks whose six dates MPXJ's own scheduler finds."""
    refused: str = ""
    all: Tally = field(default_factory=Tally)
    confirmed: Tally = field(default_factory=Tally)
    differences: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another's in."""
        self.tasks += other.tasks
        self.mpxj += other.mpxj
        self.all.add(other.all)
        self.confirmed.add(other.confirmed)


def leaves(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The tasks that the expected results speak of, summaries left out."""
    parents = {task["parent"] for task in case["tasks"]}
    return [
        task
        for task in case["tasks"]
        if str(task["uid"]) in case["expected"] and task["uid"] not in parents and not task["summary"]
    ]


def score(case: dict[str, Any]) -> Score:
    """Compare one case; one that is refused, for whatever reason, is all wrong."""
    try:
        return _compared(case, leaves(case), schedule(plan_of(case)))
    except Exception as error:  # noqa: BLE001  # a case from anywhere may hold anything, and each has to be counted
        return _refused(case, error)


def _refused(case: dict[str, Any], error: Exception) -> Score:
    told = isinstance(error, ValueError | CycleError)
    reason = str(error) if told else f"{type(error).__name__}: {error}"
    try:
        tasks = leaves(case)
    except (TypeError, KeyError):
        tasks = [{"uid": uid, "manual": False} for uid in case["expected"]]
    found = _compared(case, tasks, None)
    return replace(found, refused=reason.splitlines()[0] if reason else "no reason given")


def _compared(case: dict[str, Any], tasks: list[dict[str, Any]], ours: Schedule | None) -> Score:
    found = Score(len(tasks), case["mpxj"].get("leaf_all_dates_agree") or 0)
    confirmed = {name: set(uids) for name, uids in case["confirmed"].items()}
    for task in tasks:
        agreement = _agreement(task, case["expected"].get(str(task["uid"]), {}), ours, found)
        for measure, agrees in agreement.items():
            found.all.count(measure, agrees=agrees)
            if task["uid"] in confirmed.get(CONFIRMED_BY[measure], ()):
                found.confirmed.count(measure, agrees=agrees)
    return found


def is_placeholder(task: dict[str, Any]) -> bool:
    """Whether nobody gave a manual task a duration: MS Project never calls such a one critical."""
    return bool(task["manual"] and task["estimated"])


def _agreement(
    task: dict[str, Any], expected: dict[str, Any], ours: Schedule | None, found: Score
) -> dict[str, bool]:
    """By measure whether one task agrees, where it counts; notes the difference where it does not.

    What no result is stored of counts nowhere.
    """
    stored = {name for name, value in expected.items() if value is not None}
    measures = {measure for measure, names in STORED.items() if not stored.isdisjoint(names)}
    if is_placeholder(task):
        measures.discard("critical, placeholders aside")
    row = None if ours is None else ours.outline.row.get(f"t{task['uid']}")
    if ours is None or row is None or row in ours.impossible:
        return dict.fromkeys(measures - {"slacks where dates agree"}, False)
    dates = _different_dates(expected, ours, row)
    slacks = _different_slacks(expected, ours, row)
    if dates or slacks:
        found.differences.append(f"t{task['uid']}: {', '.join((*dates.values(), *slacks))}")
    if dates:
        measures.discard("slacks where dates agree")
    critical = expected.get("critical") == ours.critical(row)
    agreement = {
        "start+finish": not {"start", "finish"} & set(dates),
        "six dates": not dates,
        "slacks": not slacks,
        "critical": critical,
        "slacks where dates agree": not slacks,
        "critical, placeholders aside": critical,
    }
    return {measure: agreement[measure] for measure in measures}


def _different_dates(expected: dict[str, Any], ours: Schedule, row: int) -> dict[str, str]:
    """The dates between which and ours lies a minute of working time or more, with both."""
    start, finish = ours.early_start(row), ours.early_finish(row)
    found = dict(
        zip(DATES, (start, finish, start, finish, ours.late_start(row), ours.late_finish(row)), strict=True)
    )
    calendar = ours.calendar(row)
    if calendar.name == ALWAYS:
        calendar = ours.calendars[ours.plan.calendar]
    return {
        name: f"{name} {to_datetime(found[name]):%Y-%m-%dT%H:%M} not {expected[name]}"
        for name in DATES
        if expected.get(name) and abs(_work(calendar, expected[name]) - calendar.work(found[name])) >= 1
    }


def _work(calendar: WorkCalendar, text: str) -> float:
    """The working minutes before a stored date, the share of its seconds included."""
    minute = from_date(moment(text))
    before = calendar.work(minute)
    return before + (calendar.work(minute + 1) - before) * datetime.fromisoformat(text).second / 60


def _different_slacks(expected: dict[str, Any], ours: Schedule, row: int) -> list[str]:
    pairs = (
        ("total", ours.total_float(row), expected.get("total_slack_min")),
        ("free", ours.free_float(row), expected.get("free_slack_min")),
    )
    return [
        f"{name} float {minutes} not {stored:g}"
        for name, minutes, stored in pairs
        if stored is not None and abs(minutes - stored) >= 1
    ]
