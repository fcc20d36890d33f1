"""Whether we find the dates that MS Project found.

    python benchmarks/oracle.py DIR [--json] [--show CASE]

DIR holds cases in the schema oracle-case/1, in itself or in its folder `cases`. Each is made a plan through the
public models, scheduled by the product's own engine and compared with what MS Project had stored: dates as working
instants (no working time between them), slack in whole minutes. A case that is refused counts as all wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from oracle_case import moment, plan_of

from transition_planner.plan.calendar import ALWAYS
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.schedule import schedule
from transition_planner.worktime.instant import from_date, to_datetime
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule

DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
MEASURES = ("start+finish", "six dates", "slacks", "slacks where dates agree", "critical")


@dataclass
class Score:
    """Counts of tasks that agree, of a case or of all."""

    tasks: int = 0
    right: Counter[str] = field(default_factory=Counter)
    mpxj: int = 0
    refused: str = ""
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another's in."""
        self.tasks += other.tasks
        self.right.update(other.right)
        self.mpxj += other.mpxj


def leaves(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The tasks that the expected results speak of, summaries left out."""
    parents = {task["parent"] for task in case["tasks"]}
    return [
        task
        for task in case["tasks"]
        if str(task["uid"]) in case["expected"] and task["uid"] not in parents and not task["summary"]
    ]


def score(case: dict[str, Any], confirmed: dict[str, set[int]] | None) -> Score:
    """Compare one case, over all leaf tasks or over the confirmed ones."""
    found = Score()
    tasks = leaves(case)
    if confirmed is not None:
        tasks = [task for task in tasks if task["uid"] in confirmed["start_finish"]]
    found.tasks = len(tasks)
    found.mpxj = (case.get("mpxj") or {}).get("leaf_all_dates_agree") or 0
    try:
        ours = schedule(plan_of(case))
    except (ValueError, CycleError, NoWorkingTime) as error:
        found.refused = str(error).splitlines()[0]
        return found
    for task in tasks:
        row = ours.outline.row.get(f"t{task['uid']}")
        if row is None:
            found.wrong.append(f"t{task['uid']} is not in the schedule")
            continue
        compare(case["expected"][str(task["uid"])], ours, row, found)
    return found


def compare(expected: dict[str, Any], ours: Schedule, row: int, found: Score) -> None:
    """Count in what agrees of one task."""
    dates = {
        "start": ours.early_start(row),
        "finish": ours.early_finish(row),
        "early_start": ours.early_start(row),
        "early_finish": ours.early_finish(row),
        "late_start": ours.late_start(row),
        "late_finish": ours.late_finish(row),
    }
    calendar = ours.calendar(row)
    if calendar.name == ALWAYS:
        calendar = ours.calendars[ours.plan.calendar]
    bad = [
        name
        for name in DATES
        if expected.get(name) and calendar.work(from_date(moment(expected[name]))) != calendar.work(dates[name])
    ]
    slacks = (ours.total_float(row), ours.free_float(row))
    wanted = (expected.get("total_slack_min"), expected.get("free_slack_min"))
    slack_bad = [
        (name, a, b)
        for name, a, b in zip(("total", "free"), slacks, wanted, strict=True)
        if b is not None and abs(a - b) >= 1
    ]
    found.right["start+finish"] += not {"start", "finish"} & set(bad)
    found.right["six dates"] += not bad
    found.right["slacks"] += not slack_bad
    found.right["dates agree"] += not bad
    found.right["slacks where dates agree"] += not bad and not slack_bad
    found.right["critical"] += expected.get("critical") in (None, ours.critical(row))
    if bad or slack_bad:
        shown = ", ".join(f"{name} {to_datetime(dates[name]):%Y-%m-%dT%H:%M} not {expected[name]}" for name in bad)
        slack_text = ", ".join(f"{name} float {a} not {b}" for name, a, b in slack_bad)
        found.wrong.append(f"{ours.outline.ids[row]}: {'; '.join(filter(None, (shown, slack_text)))}")


def main() -> None:
    """Read the arguments, compare all cases and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--show", help="print what differs in the cases whose name contains this")
    options = parser.parse_args()
    folder = options.folder / "cases" if (options.folder / "cases").is_dir() else options.folder
    totals = {"all": Score(), "confirmed": Score()}
    report = {}
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        confirmed = {name: set(uids) for name, uids in case.get("confirmed", {}).items()}
        scores = {"all": score(case, None), "confirmed": score(case, confirmed)}
        for name, total in totals.items():
            total.add(scores[name])
        report[case["name"]] = {name: as_json(each) for name, each in scores.items()}
        if options.show is not None and options.show in case["name"]:
            print(case["name"], scores["all"].refused)
            for difference in scores["confirmed"].wrong:
                print("  ", difference)
    if options.json:
        print(json.dumps({"cases": report, "total": {name: as_json(each) for name, each in totals.items()}}, indent=1))
        return
    if options.show is None:
        for name, case_report in report.items():
            print(f"{name[:60]:60} {as_line(case_report['all'])}")
    for name, total in totals.items():
        print(f"{name:60} {as_line(as_json(total))}")


def as_json(found: Score) -> dict[str, Any]:
    """The counts as plain data."""
    return {
        "tasks": found.tasks,
        **{measure: found.right[measure] for measure in (*MEASURES, "dates agree")},
        "MPXJ six dates": found.mpxj,
        "refused": found.refused,
    }


def as_line(counts: dict[str, Any]) -> str:
    """One row of the table."""
    text = f"{counts['tasks']:5}"
    for measure in ("start+finish", "six dates", "slacks", "critical"):
        share = f"{counts[measure] / counts['tasks']:7.1%}" if counts["tasks"] else "    n/a"
        text += f"  {measure} {counts[measure]:5} {share}"
    return f"{text}  MPXJ {counts['MPXJ six dates']}  {counts['refused']}"


if __name__ == "__main__":
    main()
