from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Item, Register

LEAST: dict[str, Any] = {
    "format": 1,
    "id": "6f1c0e1a-0000-4000-8000-000000000000",
    "title": "Test",
    "start": "2027-01-11",
    "tasks": {"a": {}},
}


def test_the_least_a_plan_says() -> None:
    plan = Plan.model_validate(LEAST)
    assert (plan.calendar, plan.timezone, plan.models) == ("always", "Europe/Helsinki", {})


@pytest.mark.parametrize(
    "header",
    [
        {"format": 2},
        {"id": "merger"},
        {"timezone": "Helsinki"},
        {"timezone": "../etc/passwd"},
        {"start": "soon"},
        {"calendars": {"always": {}}},
        {"colour": "red"},
        {"tasks": None},
    ],
)
def test_what_a_plan_cannot_say_is_refused(header: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Plan.model_validate(LEAST | header)


@pytest.mark.parametrize("key", sorted(LEAST))
def test_nothing_of_the_least_may_be_missing(key: str) -> None:
    with pytest.raises(ValidationError, match="required"):
        Plan.model_validate({name: value for name, value in LEAST.items() if name != key})


def test_an_item_of_the_register_concerns_the_models_it_names() -> None:
    everywhere, merger = Item(title="U1"), Item(title="U2", applies=("merger",))
    assert [everywhere.concerns("apart"), merger.concerns("apart"), merger.concerns("merger")] == [
        True,
        False,
        True,
    ]
    assert merger.concerns(None)


def test_each_section_of_the_register_has_the_field_that_points_at_it() -> None:
    sections = [(name, field) for name, field, _ in Register().sections()]
    assert sections == [("objectives", "serves"), ("opportunities", "realises"), ("threats", "mitigates")]
