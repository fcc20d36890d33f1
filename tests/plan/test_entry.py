from __future__ import annotations

from transition_planner.plan.entry import ErrorBudget
from transition_planner.plan.task import Task


def test_what_was_right_in_a_first_validation_is_taken_up_in_a_second() -> None:
    data = {"duration": "5d", "tasks": {"inside": {"duration": "1d"}}}
    first = ErrorBudget(10)
    task = Task.model_validate(data, context=first)
    again = ErrorBudget(10, known=first.made)
    assert Task.model_validate(data, context=again) is task
    alike = Task.model_validate(dict(data), context=again)
    assert alike == task
    assert alike is not task
    assert (alike.tasks or {})["inside"] is (task.tasks or {})["inside"]


def test_what_was_wrong_and_is_no_longer_is_validated_anew() -> None:
    right = {"duration": "1d"}
    data = {"duration": "x", "tasks": {"inside": right}}
    first = ErrorBudget(10)
    try:
        Task.model_validate(data, context=first)
    except ValueError:
        del data["duration"]
    again = Task.model_validate(data, context=ErrorBudget(10, known=first.made))
    assert again == Task.model_validate({"tasks": {"inside": right}})
