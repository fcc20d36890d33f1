from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from transition_planner.plan.task import Task


def test_a_fixed_date_may_have_a_reason() -> None:
    plain = Task.model_validate({"deadline": "2027-06-18"})
    reasoned = Task.model_validate({"deadline": {"date": "2027-06-18", "why": "before summer"}})
    assert plain.deadline is not None
    assert reasoned.deadline is not None
    assert plain.deadline.date == reasoned.deadline.date
    assert reasoned.deadline.why == "before summer"


@pytest.mark.parametrize(
    ("entry", "milestone", "phase"),
    [
        ({}, True, False),
        ({"duration": "0d"}, True, False),
        ({"duration": "1d"}, False, False),
        ({"tasks": {"a": {}}}, False, True),
    ],
)
def test_a_task_without_duration_is_a_milestone_and_one_with_tasks_a_phase(
    entry: dict[str, Any], milestone: bool, phase: bool
) -> None:
    task = Task.model_validate(entry)
    assert (task.is_milestone, task.is_phase) == (milestone, phase)


@pytest.mark.parametrize(
    "entry",
    [
        {"colour": "red"},
        {"duration": 8},
        {"range": "5d"},
        {"range": "5d..x"},
        {"done": "140%"},
        {"done": "-1%"},
        {"done": True},
        {"after": "a"},
        {"owner": "Minna M"},
        {"tasks": {}},
        {"tasks": {"not an id": {}}},
        {"manual": {"start": "2027-02-01", "finish": "2027-01-01"}},
        {"manual": {"start": "2027-02-01"}},
        {"title": {"Finnish": "x"}},
        {"start_no_earlier_than": "tomorrow"},
    ],
)
def test_what_a_task_cannot_say_is_refused(entry: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Task.model_validate(entry)


@pytest.mark.parametrize(("value", "done"), [("40%", 40), ("40 %", 40), (40, 40), ("0%", 0), ("100%", 100)])
def test_the_share_done_is_a_whole_percentage(value: object, done: int) -> None:
    assert Task.model_validate({"done": value}).done == done


def test_a_task_never_changes() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Task().key = True  # type: ignore[misc]  # that it is refused is the point


def test_tasks_written_with_the_same_fields_share_what_says_so() -> None:
    task, other = (Task.model_validate({"duration": length, "key": True}) for length in ("1d", "2d"))
    assert task.model_fields_set == {"duration", "key"}
    assert other.model_fields_set is task.model_fields_set
    changed = task.model_copy(update={"note": "x"})
    assert changed.model_fields_set == {"duration", "key", "note"}
    assert task.model_fields_set == {"duration", "key"}
