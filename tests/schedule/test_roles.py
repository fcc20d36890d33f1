"""Tasks whose roles have calendars. January 2027: weeks run 11-15, 18-22, 25-29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById

HEADER: dict[str, Any] = {
    "calendars": {
        "board-days": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU"}},
        "mornings": {"week": "mon-fri 08:00-12:00"},
        "saturdays": {"week": "sat 10:00-16:00"},
    },
    "roles": {
        "board": {"calendar": "board-days"},
        "clerk": {"calendar": "mornings"},
        "volunteers": {"calendar": "saturdays"},
        "lead": {},
    },
}


def test_a_task_runs_when_its_role_is_at_work(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"decide": {"duration": "2d", "owner": "board"}}, **HEADER)
    assert found.days("decide") == ("2027-01-12", "2027-01-19")


def test_a_role_without_a_calendar_holds_nothing_up(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"decide": {"duration": "1d", "owner": "lead", "involves": ["board"]}}, **HEADER)
    assert found.days("decide") == ("2027-01-12", "2027-01-12")


def test_a_task_may_ignore_the_calendars_of_its_roles(scheduled: Callable[..., ById]) -> None:
    task = {"duration": "2d", "owner": "board", "ignore-role-calendars": True}
    assert scheduled({"decide": task}, **HEADER).days("decide") == ("2027-01-11", "2027-01-12")


def test_elapsed_time_passes_whoever_is_at_work(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"wait": {"duration": "2ed", "owner": "board"}}, **HEADER)
    assert found.days("wait") == ("2027-01-11", "2027-01-12")


def test_its_own_calendar_and_that_of_its_role_must_both_be_open(scheduled: Callable[..., ById]) -> None:
    task = {"duration": "8h", "calendar": "mornings", "owner": "board"}
    found = scheduled({"decide": task}, **HEADER)
    # Four hours on Tuesday morning, the 12th, and four on the next one.
    assert found.days("decide") == ("2027-01-12", "2027-01-19")
    assert to_datetime(found.schedule.early_finish(found.row["decide"])).hour == 12


def test_of_several_roles_each_works_its_duration_and_the_last_one_ends_the_task(
    scheduled: Callable[..., ById],
) -> None:
    task = {"duration": "2d", "owner": "board", "involves": ["volunteers"]}
    found = scheduled({"a": task, "b": {"duration": "1d", "after": ["a"]}}, **HEADER)
    # The board meets on the 12th and the 19th, the volunteers on the 16th and the 23rd.
    assert found.days("a") == ("2027-01-12", "2027-01-23")
    assert found.days("b") == ("2027-01-25", "2027-01-25")


def test_of_several_roles_the_latest_start_leaves_each_its_time(scheduled: Callable[..., ById]) -> None:
    task = {"duration": "1d", "owner": "board", "involves": ["volunteers"]}
    found = scheduled({"a": task, "long": {"duration": "15d"}}, **HEADER)
    # By Friday the 29th: the volunteers' last Saturday is the 23rd, the board's last Tuesday the 26th.
    row = found.row["a"]
    assert to_datetime(found.schedule.late_start(row)).isoformat() == "2027-01-23T10:00:00"
    assert found.days("a") == ("2027-01-12", "2027-01-16")
    # Float counts in the plan's days: its finish, Saturday the 16th, may move to the 26th.
    assert found.float_days("a") == 7


@pytest.mark.parametrize(
    ("link", "days"),
    [("a SS", ("2027-01-12", "2027-01-12")), ("a FF", ("2027-01-22", "2027-01-22"))],
)
def test_links_see_the_ends_of_the_whole_team(
    scheduled: Callable[..., ById], link: str, days: tuple[str, str]
) -> None:
    task = {"duration": "2d", "owner": "board", "involves": ["volunteers"]}
    found = scheduled({"a": task, "b": {"duration": "1d", "after": [link]}}, **HEADER)
    assert found.days("b") == days


def test_float_counts_on_the_calendar_of_the_plan_not_of_the_role(scheduled: Callable[..., ById]) -> None:
    tasks = {
        "decide": {"duration": "1d", "owner": "board"},
        "then": {"duration": "1d", "after": ["decide"], "start-no-earlier-than": "2027-01-20"},
        "long": {"duration": "14d"},
    }
    found = scheduled(tasks, **HEADER)
    # decide is Tuesday the 12th; then starts on Wednesday the 20th, five office days later.
    assert found.free_days("decide") == 5
    # then may end with long on Thursday the 28th, so decide may be the board's last Tuesday before it, the 26th.
    assert found.float_days("decide") == 10


def test_a_milestone_is_when_one_of_its_roles_is_at_work(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"done": {"owner": "board", "involves": ["volunteers"]}}, **HEADER)
    assert found.days("done") == ("2027-01-12", "2027-01-12")


def test_before_a_role_has_any_work_float_counts_the_days_of_the_role(scheduled: Callable[..., ById]) -> None:
    """The board meets from the plan's first week on: a late date before that has no day of its own."""
    tasks = {
        "a": {"duration": "1d", "owner": "board"},
        "b": {"duration": "1d", "owner": "board", "involves": ["volunteers"], "after": ["a"]},
        "c": {"duration": "1d", "after": ["b"], "deadline": "2027-01-12"},
    }
    found = scheduled(tasks, **HEADER)
    assert all(-30 < found.float_days(id_) < 0 for id_ in "abc")
