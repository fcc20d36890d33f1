"""Which tasks lead to the end, to a task, and around fixed dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from transition_planner.schedule.driver import driver
from transition_planner.schedule.paths import critical_paths, path_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById


def ids(found: ById, rows: tuple[int, ...]) -> list[str]:
    return [found.schedule.outline.ids[row] for row in rows]


def test_the_path_to_a_task_is_its_chain_of_drivers(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "long": {"duration": "5d", "after": ["a"]},
            "short": {"duration": "1d", "after": ["a"]},
            "end": {"after": ["short", "long"]},
        }
    )
    assert ids(found, path_to(found.schedule, found.row["end"])) == ["a", "long", "end"]
    assert ids(found, path_to(found.schedule, found.row["short"])) == ["a", "short"]


def test_all_critical_tasks_stand_in_some_path(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "5d"},
            "b": {"duration": "5d"},
            "c": {"duration": "4d"},
            "end": {"after": ["a", "b", "c"]},
        }
    )
    assert [ids(found, path) for path in critical_paths(found.schedule)] == [["a", "end"], ["b"]]


def test_a_fixed_date_cuts_the_path(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "switch": {"must-start-on": "2027-02-01", "after": ["a"]},
            "end": {"duration": "3d", "after": ["switch"]},
        }
    )
    assert [ids(found, path) for path in critical_paths(found.schedule)] == [["switch", "end"]]


def test_a_path_through_a_phase_names_its_tasks(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "phase": {"tasks": {"a": {"duration": "1d"}, "b": {"duration": "3d"}}},
            "after": {"duration": "1d", "after": ["phase"]},
            "beside": {"duration": "1d", "after": ["phase SS"]},
        }
    )
    assert ids(found, path_to(found.schedule, found.row["after"])) == ["b", "after"]
    assert ids(found, path_to(found.schedule, found.row["beside"])) == ["a", "beside"]


def test_of_two_drivers_alike_the_link_written_first_is_told(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "b": {"duration": "2d"},
            "c": {"duration": "1d", "after": ["b", "a"], "start-no-earlier-than": "2027-01-13"},
        }
    )
    arc = driver(found.schedule, found.row["c"]).arc
    assert arc is not None
    assert found.schedule.outline.ids[arc.pred] == "b"


def test_the_phase_that_starts_no_earlier_is_the_driver(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"phase": {"start-no-earlier-than": "2027-01-20", "tasks": {"a": {"duration": "1d"}}}})
    told = driver(found.schedule, found.row["a"])
    assert (told.kind, told.row) == ("phase", found.row["phase"])


@pytest.mark.parametrize(
    "field", ["must-start-on", "must-finish-on", "start-no-later-than", "finish-no-later-than"]
)
def test_the_fixed_date_that_holds_a_task_against_its_links_is_the_driver(
    scheduled: Callable[..., ById], field: str
) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "1d", "after": ["a"], field: "2027-01-13"}})
    told = driver(found.schedule, found.row["b"])
    assert (told.kind, told.field) == ("constraint", field.replace("-", "_"))
