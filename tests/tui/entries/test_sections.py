from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from transition_planner.plan.calendar import Calendar
from transition_planner.plan.plan import Limits, Model, Plan, Role
from transition_planner.plan.thresholds import Thresholds
from transition_planner.plan.waiver import Waiver
from transition_planner.tui.entries.sections import sections_of

if TYPE_CHECKING:
    from transition_planner.plan.entry import Entry

ELSEWHERE = {
    "": {
        "format",  # the version of the format: no matter of taste
        "id",  # made once, never changed
        "register",  # the file beside the plan, read with it
        "tasks",
        "models",
        "calendars",
        "roles",
        "waivers",
    }
}
"""What has forms of its own, or is never edited."""


def _keys(entry: type[Entry]) -> set[str]:
    return {str(info.alias) for info in entry.model_fields.values()}


@pytest.mark.parametrize(
    ("kind", "entry"),
    [("", Plan), ("calendars", Calendar), ("roles", Role), ("models", Model), ("waivers", Waiver)],
)
def test_every_field_has_a_line(kind: str, entry: type[Entry]) -> None:
    names = {field.name for section in sections_of(kind, {}) for field in section.fields}
    keys = {"title" if name.startswith("title-") else name.partition("/")[0] for name in names}
    assert keys - {"id"} == _keys(entry) - ELSEWHERE.get(kind, set())


@pytest.mark.parametrize(("key", "entry"), [("limits", Limits), ("thresholds", Thresholds)])
def test_every_limit_and_threshold_has_a_line(key: str, entry: type[Entry]) -> None:
    names = {field.name for section in sections_of("", {}) for field in section.fields}
    assert {name.partition("/")[2] for name in names if name.startswith(f"{key}/")} == _keys(entry)


def test_a_list_of_days_has_a_line_for_each_and_some_for_more() -> None:
    said = {"closed": [{"on": "2027-06-24"}], "only": {"every": "06-06"}}
    names = [field.name for section in sections_of("calendars", said) for field in section.fields]
    assert [name for name in names if "/" in name] == [
        "closed/0",
        "closed/1",
        "closed/2",
        "open/0",
        "open/1",
        "only/0",
        "only/1",
        "only/2",
    ]


def test_an_empty_line_shows_what_holds() -> None:
    lines = {field.name: field.example for section in sections_of("", {}) for field in section.fields}
    assert lines["thresholds/offenders"] == "5% while it is empty"
    assert lines["limits/near-critical"] == "5d while it is empty"
