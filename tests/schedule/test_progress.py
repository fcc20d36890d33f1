"""Tasks under way. January 2027: weeks run 11-15, 18-22, 25-29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById


@pytest.mark.parametrize(
    ("fields", "last"),
    [
        ({}, "2027-01-18"),
        ({"done": "60%"}, "2027-01-18"),
        ({"remaining": "2d"}, "2027-01-18"),
        # More is ahead than was planned for the whole: nothing was done of it yet.
        ({"remaining": "7d"}, "2027-01-20"),
        ({"remaining": "0d"}, "2027-01-18"),
        ({"done": "60%", "resumes": "2027-01-25"}, "2027-01-26"),
        ({"remaining": "1d", "resumes": "2027-01-25"}, "2027-01-25"),
        ({"done": "60%", "finish-no-earlier-than": "2027-01-28"}, "2027-01-28"),
    ],
)
def test_what_is_ahead_follows_what_is_done(
    scheduled: Callable[..., ById], fields: dict[str, Any], last: str
) -> None:
    """Begun on Tuesday the 12th, five days long."""
    found = scheduled({"a": {"duration": "5d", "started": "2027-01-12", **fields}})
    assert found.days("a") == ("2027-01-12", last)


def test_what_is_ahead_waits_for_its_predecessors(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "5d"},
            "b": {"duration": "4d", "started": "2027-01-11", "done": "50%", "after": ["a"]},
            "c": {"duration": "1d", "after": ["b"]},
        }
    )
    # Two days were done on the 11th and 12th; the other two follow a, which ends on the 15th.
    assert found.days("b") == ("2027-01-11", "2027-01-19")
    assert found.days("c") == ("2027-01-20", "2027-01-20")


def test_what_comes_before_must_be_done_where_the_work_goes_on(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "b": {
                "duration": "4d",
                "started": "2027-01-11",
                "done": "50%",
                "resumes": "2027-01-18",
                "after": ["a"],
            },
            "long": {"duration": "15d"},
        }
    )
    # b may end with long on the 29th and would need only its last two days for it, but it is to go on on the 18th.
    assert found.float_days("a") == 3
    assert found.float_days("b") == 8


def test_a_start_that_is_a_fact_waits_for_nothing_more(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "5d", "started": "2027-01-11"},
            "b": {"duration": "1d", "after": ["a SS"], "deadline": "2027-01-12"},
            "long": {"duration": "10d"},
        }
    )
    row = found.row["a"]
    assert found.float_days("b") == 1
    assert found.float_days("a") == 5
    assert found.schedule.late_start(row) == found.schedule.early_start(row)


def test_a_share_of_a_task_under_way_counts_the_whole_of_it(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "a": {"duration": "4d", "started": "2027-01-11", "done": "75%"},
            "b": {"duration": "1d", "after": ["a FS+50%"]},
        }
    )
    # a ends on Thursday the 14th, two days later is Monday the 18th.
    assert found.days("b") == ("2027-01-19", "2027-01-19")


def test_months_under_way_go_on_for_what_is_left_of_them(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "1emo", "started": "2027-01-11", "done": "50%"}})
    finish = to_datetime(found.schedule.early_finish(found.row["a"]))
    assert finish.isoformat() == "2027-02-11T00:00:00"
