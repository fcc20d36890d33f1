"""Phases whose dates are set by hand. January 2027: weeks run 11-15, 18-22, 25-29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.schedule.driver import driver
from transition_planner.schedule.paths import path_to
from transition_planner.schedule.why import sentence, why

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById


def phase(tasks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A phase from Monday the 18th to Wednesday the 20th."""
    return {"manual": {"start": "2027-01-18", "finish": "2027-01-20"}, "tasks": tasks, **more}


def test_it_keeps_its_dates_and_its_tasks_start_no_earlier(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"phase": phase({"a": {"duration": "5d"}, "b": {"duration": "1d", "after": ["a"]}})})
    assert found.days("phase") == ("2027-01-18", "2027-01-20")
    assert found.days("a") == ("2027-01-18", "2027-01-22")
    assert found.days("b") == ("2027-01-25", "2027-01-25")


def test_a_date_of_its_own_takes_a_task_before_it(scheduled: Callable[..., ById]) -> None:
    task = {"duration": "1d", "start-no-earlier-than": "2027-01-13"}
    assert scheduled({"phase": phase({"a": task})}).days("a") == ("2027-01-13", "2027-01-13")


def test_links_into_it_move_none_of_its_tasks(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"before": {"duration": "20d"}, "phase": phase({"a": {"duration": "1d"}}, after=["before"])}
    )
    assert found.days("a") == ("2027-01-18", "2027-01-18")
    # Yet a, which may wait until the whole ends with before, is to have its day after it.
    assert found.float_days("before") == -1


def test_links_out_of_it_leave_from_its_own_finish(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"phase": phase({"a": {"duration": "5d"}}), "after": {"duration": "1d", "after": ["phase"]}}
    )
    assert found.days("after") == ("2027-01-21", "2027-01-21")
    # a ends on Friday the 22nd, two days behind what the link allows, and as the last of all may end then.
    assert found.float_days("a") == -1


def test_between_two_of_them_a_link_binds_nothing(scheduled: Callable[..., ById]) -> None:
    second = {"manual": {"start": "2027-01-11", "finish": "2027-01-12"}, "after": ["first"]}
    found = scheduled(
        {"first": phase({"a": {"duration": "3d"}}), "second": {**second, "tasks": {"b": {"duration": "2d"}}}}
    )
    assert found.days("b") == ("2027-01-11", "2027-01-12")
    assert found.float_days("a") == 0


def test_the_whole_lasts_as_long_as_it(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"phase": phase({"a": {"duration": "1d"}})})
    assert str(found.schedule.last_day_of_all) == "2027-01-20"
    assert found.float_days("a") == 2


def test_the_sentence_names_it(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"phase": phase({"a": {"duration": "1d"}})})
    told = driver(found.schedule, found.row["a"])
    assert (told.kind, told.field, told.row) == ("phase", "manual", found.row["phase"])
    assert sentence(found.schedule, found.row["a"]) == (
        "“a” starts Mon 18 Jan 2027 with its phase “phase”, whose dates are set by hand."
    )
    assert driver(found.schedule, found.row["phase"]).kind == "manual"
    assert sentence(found.schedule, found.row["phase"]) == (
        "“phase” runs from Mon 18 Jan 2027 to Wed 20 Jan 2027: its dates are set by hand."
    )


def test_the_chain_of_reasons_ends_at_it(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"phase": phase({"a": {"duration": "5d"}}), "last": {"duration": "1d", "after": ["phase"]}}
    )
    assert path_to(found.schedule, found.row["last"]) == (found.row["last"],)
    assert [step.row for step in why(found.schedule, found.row["phase"])] == [found.row["phase"]]
