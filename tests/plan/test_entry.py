from __future__ import annotations

from typing import Any, get_args

from transition_planner.plan.calendar import Calendar
from transition_planner.plan.entry import Entry, ErrorBudget
from transition_planner.plan.plan import Plan
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


def test_a_map_that_is_two_kinds_of_entry_by_an_alias_is_each_in_its_place() -> None:
    shared = {"title": "Both"}
    budget = ErrorBudget(10)
    first = Task.model_validate(shared, context=budget), Calendar.model_validate(shared, context=budget)
    again = ErrorBudget(10, known=budget.made)
    assert Task.model_validate(shared, context=again) is first[0]
    assert Calendar.model_validate(shared, context=again) is first[1]


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


def test_a_list_of_days_where_one_would_do_is_no_error_of_the_budget() -> None:
    budget = ErrorBudget(1)
    days = {"only": [{"on": "2027-02-01"}, {"from": "2027-03-01", "to": "2027-03-05"}]}
    made = [Calendar.model_validate(days, context=budget) for _each in range(3)]
    assert budget.left == 1
    assert {len(each.window) for each in made} == {2}


def _alternatives(annotation: Any) -> list[Any]:
    """The members of a union, `Annotated` and None left out."""
    members = get_args(annotation)
    is_union = annotation is not None and type(annotation).__name__ in {"UnionType", "_UnionGenericAlias"}
    return [each for each in members if each is not type(None)] if is_union else [annotation]


def _entries(kind: type[Entry]) -> set[type[Entry]]:
    return {kind, *(inner for each in kind.__subclasses__() for inner in _entries(each))}


def test_no_entry_is_tried_in_place_of_something_else() -> None:
    """An error that pydantic swallows, for another member of a union fits, is counted all the same."""
    assert Plan in _entries(Entry)
    for kind in _entries(Entry):
        for name, field in kind.model_fields.items():
            members = _alternatives(field.annotation)
            assert (
                len(members) == 1
                or field.discriminator
                or not any(isinstance(each, type) and issubclass(each, Entry) for each in members)
            ), (kind, name)
