"""What in a case lies outside of what plans say, or contradicts itself: told beside its figures, bent to nowhere."""

from __future__ import annotations

from typing import Any

from oracle_score import is_placeholder

PROJECT_2013 = 15
"""Up to this version an open end in a manual summary ends with the summary, not with the project."""


def remarks(case: dict[str, Any]) -> list[str]:
    """One phrase for each, with the number of tasks."""
    tasks = [task for task in case["tasks"] if str(task["uid"]) in case["expected"]]
    counts = {
        "levelled": sum(bool(task["leveling_delay"]) for task in tasks),
        "split": sum(bool(task["splits"]) for task in tasks),
        "with work spread by hand": sum(
            any(each["contour"] for each in task["assignments"]) for task in tasks if not task["summary"]
        ),
        "placeholders, never critical in MS Project": sum(map(is_placeholder, tasks)),
        "in summaries set by hand under the rules of Project 2013": _under_old_rules(case),
        "inactive": sum(not task["active"] for task in tasks),
        "with results that contradict each other (stale)": len(_stale(case)),
    }
    return [f"{number} {what}" for what, number in counts.items() if number]


def _under_old_rules(case: dict[str, Any]) -> int:
    version = str(case["source"].get("application_version"))
    if not version.isdecimal() or int(version) > PROJECT_2013:
        return 0
    by_hand = {task["uid"] for task in case["tasks"] if task["summary"] and task["manual"]}
    return sum(task["parent"] in by_hand for task in case["tasks"])


def _stale(case: dict[str, Any]) -> set[int]:
    """Tasks whose stored results no one calculation can have given.

    One that has not begun and yet starts before a predecessor without lag ends, or elsewhere than at its early
    start; one whose late finish lies behind the end of the whole.
    """
    expected = case["expected"]
    end = max((each["finish"] for each in expected.values() if each.get("finish")), default="")
    free = {
        task["uid"]
        for task in case["tasks"]
        if task["active"]
        and not (task["manual"] or task["actual_start"] or task["summary"] or task["external"])
        and task["constraint"] == "ASAP"
        and str(task["uid"]) in expected
    }
    stale = {
        uid
        for uid in free
        if (expected[str(uid)].get("late_finish") or "") > end
        or expected[str(uid)].get("early_start") not in {None, expected[str(uid)].get("start")}
    }
    for link in case["links"]:
        finish = expected.get(str(link["pred"]), {}).get("finish")
        start = expected.get(str(link["succ"]), {}).get("start")
        plain = link["type"] == "FS" and not (link.get("lag_min") or link.get("lag_pct"))
        if plain and start and finish and link["succ"] in free and start < finish:
            stale.add(link["succ"])
    return stale
