"""The oracle's benchmark on folders that nobody has seen: what it cannot read or schedule counts as all wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

BENCHMARK = Path(__file__).parents[2] / "benchmarks" / "oracle.py"
SHORT: dict[str, Any] = {
    "schema": "oracle-case/1",
    "project": {"start": "2027-01-11T08:00:00", "default_calendar": 1},
    "calendars": [{"id": 1, "week": [[[480, 720], [780, 1020]]] * 5 + [[], []]}],
    "tasks": [{"uid": 1, "duration_min": 480}, {"uid": 2, "duration_min": 960}],
    "links": [{"pred": 1, "succ": 2, "type": "FS"}],
    "expected": {
        "1": {"start": "2027-01-11T08:00:00", "finish": "2027-01-11T17:00:00", "total_slack_min": 0},
        "2": {"start": "2027-01-11T17:00:00", "finish": "2027-01-13T17:00:00", "total_slack_min": 0},
    },
    "confirmed": {"start_finish": [1]},
}
"""A case without anything that it may leave out; its second start is told at the end of a day."""


def run(folder: Path, *options: str) -> str:
    command = [sys.executable, str(BENCHMARK), str(folder), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


def report(folder: Path, **cases: object) -> dict[str, Any]:
    for name, case in cases.items():
        text = case if isinstance(case, str) else json.dumps(case)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    found: dict[str, Any] = json.loads(run(folder, "--json"))
    return found


def test_what_cases_may_leave_out_is_filled_in(tmp_path: Path) -> None:
    found = report(tmp_path, short=SHORT)
    assert found["cases"]["short"]["refused"] == ""
    assert found["total"]["all"]["start+finish"] == {"right": 2, "of": 2}
    assert found["total"]["all"]["slacks where dates agree"] == {"right": 2, "of": 2}
    assert found["total"]["confirmed"]["start+finish"] == {"right": 1, "of": 1}


def test_odd_and_equal_names_are_kept_apart(tmp_path: Path) -> None:
    named = SHORT | {"name": 'Äiti: "plan"\n{100 %} '}
    found = report(tmp_path, a=named, b=named, c=SHORT | {"name": None})
    assert list(found["cases"]) == ['Äiti: "plan" {100 %}', 'Äiti: "plan" {100 %} (2)', "c"]
    assert found["total"]["all"]["start+finish"] == {"right": 6, "of": 6}


@pytest.mark.parametrize(
    ("case", "reason", "tasks"),
    [
        (SHORT | {"links": [{"pred": 2, "succ": 2, "type": "FS"}]}, "in a circle: t2 → t2", 2),
        (SHORT | {"project": {**SHORT["project"], "schedule_from": "finish"}}, "from its finish", 2),
        (SHORT | {"project": {**SHORT["project"], "start": None}}, "KeyError", 2),
        (SHORT | {"tasks": "none"}, "cannot be read", 2),
        (SHORT | {"links": [None]}, "cannot be read", 2),
        (SHORT | {"tasks": [{"duration_min": 480}]}, "cannot be read: 'uid'", 2),
        (SHORT | {"calendars": []}, "KeyError", 2),
        ('{"schema": "oracle-case/1"', "cannot be read", 0),
        ("[" * 100_000, "cannot be read", 0),
    ],
)
def test_a_case_that_is_refused_counts_as_all_wrong(
    tmp_path: Path, case: object, reason: str, tasks: int
) -> None:
    found = report(tmp_path, bad=case, good=SHORT)
    assert reason in found["cases"]["bad"]["refused"]
    assert found["total"]["all"]["six dates"] == {"right": 2, "of": 2 + tasks}
    assert reason in run(tmp_path)


def test_what_is_null_counts_as_left_out(tmp_path: Path) -> None:
    nulls = dict.fromkeys(("constraint", "assignments", "active", "manual", "parent", "duration_elapsed"))
    case = SHORT | {
        "project": {**SHORT["project"], "minutes_per_day": None, "schedule_from": None},
        "tasks": [nulls | task for task in SHORT["tasks"]],
        "confirmed": {"start_finish": [1], "all_six_dates": None},
        "mpxj": {"leaf_all_dates_agree": "2"},
        "source": None,
    }
    found = report(tmp_path, nulls=case)
    assert found["cases"]["nulls"]["refused"] == ""
    assert found["total"]["all"]["start+finish"] == {"right": 2, "of": 2}
    assert found["total"]["confirmed"]["start+finish"] == {"right": 1, "of": 1}


def test_what_no_result_is_stored_of_counts_nowhere(tmp_path: Path) -> None:
    some = {"1": None, "2": {"finish": "2027-01-13T17:00:00"}}
    found = report(
        tmp_path,
        some=SHORT | {"expected": some},
        none={**SHORT, "expected": None},
        odd=SHORT | {"expected": [1]},
    )
    assert found["total"]["all"]["start+finish"] == {"right": 1, "of": 1}
    assert found["total"]["all"]["slacks"] == found["total"]["all"]["critical"] == {"right": 0, "of": 0}


def test_work_without_any_time_for_it_is_wrong_whatever_is_stored(tmp_path: Path) -> None:
    """Between any two dates of a calendar that never works lies no working time."""
    never = SHORT | {"calendars": [{"id": 1, "week": [[]] * 7}]}
    assert report(tmp_path, never=never)["total"]["all"]["six dates"] == {"right": 0, "of": 2}


def test_long_work_keeps_all_its_digits(tmp_path: Path) -> None:
    # Round the clock 1,234,567 minutes are 857 days, 8 hours and 7 minutes.
    long = SHORT | {
        "calendars": [{"id": 1, "week": [[[0, 1440]]] * 7}],
        "tasks": [{"uid": 1, "duration_min": 1_234_567}],
        "links": [],
        "expected": {"1": {"start": "2027-01-11T08:00:00", "finish": "2029-05-17T16:07:00"}},
    }
    assert report(tmp_path, long=long)["total"]["all"]["six dates"] == {"right": 1, "of": 1}


def test_calendars_and_resources_may_be_named_by_anything_or_not_at_all(tmp_path: Path) -> None:
    case = SHORT | {
        "project": {"start": "2027-01-11T08:00:00"},
        "calendars": [{**SHORT["calendars"][0], "id": "My standard"}],
        "tasks": [
            {"uid": 1, "duration_min": 480, "assignments": [{"units": 100, "work_min": 480}]},
            SHORT["tasks"][1],
        ],
    }
    assert report(tmp_path, case=case)["total"]["all"]["six dates"] == {"right": 2, "of": 2}


def test_a_name_that_cannot_be_printed_and_a_byte_order_mark_stop_nothing(tmp_path: Path) -> None:
    report(tmp_path, odd="\ufeff" + json.dumps(SHORT | {"name": "\ud800"}))
    assert "\\ud800" in run(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as failed:
        run(tmp_path / "absent")
    assert "is no folder" in failed.value.stderr


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    found = report(tmp_path, index=[1, 2], other={"schema": "another"}, short=SHORT)
    assert list(found["cases"]) == ["short"]
