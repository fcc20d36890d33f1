"""Rules that few stored schedules show, worked out by hand. January 2027: weeks run 11-15, 18-22, 25-29."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById

SATURDAYS = {"saturdays": {"week": "sat 10:00-16:00"}}
CHAIN: dict[str, Any] = {
    "a": {"duration": "5d"},
    "b": {"duration": "2d", "after": ["a"]},
    "c": {"duration": "3d", "after": ["b"]},
}
"""Without dates a is 11-15, b 18-19, c 20-22."""


def chain(**b: Any) -> dict[str, Any]:
    """The chain with more fields of its middle task."""
    return CHAIN | {"b": CHAIN["b"] | {name.replace("_", "-"): value for name, value in b.items()}}


class TestMustStartOn:
    def test_later_than_its_links_it_waits_and_gives_what_is_before_it_float(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(chain(must_start_on="2027-01-21"))
        assert found.days("b") == ("2027-01-21", "2027-01-22")
        assert found.days("c") == ("2027-01-25", "2027-01-27")
        # a may end on Wednesday the 20th, three days after Friday the 15th; b and c may not move.
        assert [found.float_days(id_) for id_ in "abc"] == [3, 0, 0]

    def test_earlier_than_its_links_it_breaks_them_and_shows_by_how_much(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(chain(must_start_on="2027-01-13"))
        assert found.days("b") == ("2027-01-13", "2027-01-14")
        # Its links would have it start on the 18th, three days later: those are to be won by it and by a. What
        # follows ends last of all and is not late.
        assert found.days("c") == ("2027-01-15", "2027-01-19")
        assert [found.float_days(id_) for id_ in "abc"] == [-3, -3, 0]

    def test_its_late_dates_are_its_own(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(chain(must_start_on="2027-01-21") | {"long": {"duration": "20d"}})
        row = found.row["b"]
        assert found.schedule.late_start(row) == found.schedule.early_start(row)
        assert found.schedule.late_finish(row) == found.schedule.early_finish(row)
        assert found.float_days("c") == 7  # long ends on Friday 5 February, c on Wednesday the 27th


class TestMustFinishOn:
    def test_it_counts_back_its_duration(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(chain(must_finish_on="2027-01-26"))
        assert found.days("b") == ("2027-01-25", "2027-01-26")
        assert [found.float_days(id_) for id_ in "abc"] == [5, 0, 0]

    def test_a_milestone_stands_at_the_end_of_its_day(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled({"a": {"duration": "2d"}, "done": {"after": ["a"], "must-finish-on": "2027-01-15"}})
        moment = to_datetime(found.schedule.early_finish(found.row["done"]))
        assert moment.isoformat() == "2027-01-15T17:00:00"


class TestStartNoLaterThan:
    def test_with_room_it_only_limits_the_late_dates(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(chain(start_no_later_than="2027-01-20") | {"long": {"duration": "20d"}})
        assert found.days("b") == ("2027-01-18", "2027-01-19")
        # The end of the whole leaves the chain ten days; b may start two days later.
        assert [found.float_days(id_) for id_ in "abc"] == [2, 2, 10]

    def test_without_room_it_breaks_its_links(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(chain(start_no_later_than="2027-01-14"))
        assert found.days("b") == ("2027-01-14", "2027-01-15")
        assert [found.float_days(id_) for id_ in "ab"] == [-2, -2]


class TestFinishNoLaterThan:
    def test_with_room_it_only_limits_the_late_dates(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(chain(finish_no_later_than="2027-01-22") | {"long": {"duration": "20d"}})
        assert [found.float_days(id_) for id_ in "abc"] == [3, 3, 10]


@pytest.mark.parametrize(
    ("start", "finish", "days"),
    [
        ("2027-01-14", "2027-01-20", ("2027-01-14", "2027-01-15")),
        ("2027-01-20", "2027-01-14", ("2027-01-13", "2027-01-14")),
    ],
)
def test_of_two_limits_the_earlier_counts(
    scheduled: Callable[..., ById], start: str, finish: str, days: tuple[str, str]
) -> None:
    found = scheduled(chain(**{"start-no-later-than": start, "finish-no-later-than": finish}))
    assert found.days("b") == days


class TestAsLateAsPossible:
    def test_what_follows_is_not_delayed_and_has_no_float_before_it(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(
            {
                "long": {"duration": "8d"},
                "wait": {"duration": "2d", "as-late-as-possible": True},
                "then": {"duration": "1d", "after": ["wait"]},
                "end": {"duration": "1d", "after": ["long", "then"]},
            }
        )
        # long ends on Wednesday the 20th; then is that Wednesday at the latest, wait Monday and Tuesday.
        assert found.days("wait") == ("2027-01-18", "2027-01-19")
        assert found.days("then") == ("2027-01-20", "2027-01-20")
        assert found.float_days("wait") == found.float_days("then") == 0

    def test_its_links_still_hold_it(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {"a": {"duration": "5d"}, "wait": {"duration": "2d", "after": ["a"], "as-late-as-possible": True}}
        )
        assert found.days("wait") == ("2027-01-18", "2027-01-19")

    def test_a_deadline_lets_it_wait_no_longer(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {
                "long": {"duration": "15d"},
                "wait": {"duration": "2d", "as-late-as-possible": True, "deadline": "2027-01-20"},
            }
        )
        assert found.days("wait") == ("2027-01-19", "2027-01-20")


class TestLags:
    """A lag is work that somebody else does: it counts on the calendar of what waits for it."""

    def test_it_runs_on_the_calendar_of_the_successor(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled(
            {
                "a": {"duration": "1d", "calendar": "saturdays"},
                "b": {"duration": "1d", "after": ["a FS+2d"]},
                "c": {"duration": "1d", "after": ["b"]},
                "d": {"duration": "1d", "calendar": "saturdays", "after": ["c FS+1d"]},
            },
            calendars=SATURDAYS,
        )
        # Saturday the 16th, then Monday and Tuesday go by in the office.
        assert found.days("b") == ("2027-01-20", "2027-01-20")
        # c is Thursday the 21st; a Saturday goes by, the 23rd.
        assert found.days("d") == ("2027-01-30", "2027-01-30")

    def test_it_lies_between_the_two_ends_that_the_link_names(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "1d", "after": ["a FF+24eh"]}})
        # a ends on Friday at 17:00, so b ends no earlier than Saturday at 17:00: it can be done on Friday.
        assert found.days("b") == ("2027-01-15", "2027-01-15")

    def test_the_length_of_what_must_finish_counts_on_its_own_calendar(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(
            {
                "a": {"duration": "15d"},
                "b": {"duration": "2d", "calendar": "saturdays", "after": ["a FF"]},
                "c": {"duration": "2d", "after": ["b SF+5d"]},
            },
            calendars=SATURDAYS,
        )
        # a ends on Friday the 29th; between the Saturdays of the 23rd and the 30th no time of b's separates it from
        # the 23rd, on which b may end.
        assert found.days("b") == ("2027-01-16", "2027-01-23")
        # From the start of b, Saturday the 16th at 10:00, five office days: c ends on Friday the 22nd.
        assert found.days("c") == ("2027-01-21", "2027-01-22")

    @pytest.mark.parametrize("link", ["a FS-3d", "a SS-1d", "a FF-4d", "a SF"])
    def test_it_takes_nothing_before_the_start_of_the_plan(
        self, scheduled: Callable[..., ById], link: str
    ) -> None:
        found = scheduled({"a": {"duration": "2d"}, "b": {"duration": "2d", "after": [link]}})
        assert found.days("b") == ("2027-01-11", "2027-01-12")


class TestBeforeTheStartOfThePlan:
    def test_a_date_of_its_own_may_lie_there_and_what_follows_goes_on_from_it(
        self, scheduled: Callable[..., ById]
    ) -> None:
        found = scheduled(
            {
                "early": {"duration": "2d", "start-no-earlier-than": "2027-01-04"},
                "next": {"duration": "1d", "after": ["early"]},
                "other": {"duration": "1d"},
            }
        )
        assert found.days("early") == ("2027-01-04", "2027-01-05")
        assert found.days("next") == ("2027-01-06", "2027-01-06")
        assert found.days("other") == ("2027-01-11", "2027-01-11")

    def test_what_is_done_lets_the_next_one_begin_there(self, scheduled: Callable[..., ById]) -> None:
        found = scheduled({"a": {"finished": "2027-01-06"}, "b": {"duration": "1d", "after": ["a"]}})
        assert found.days("b") == ("2027-01-07", "2027-01-07")


def test_each_end_may_be_its_own_limit(scheduled: Callable[..., ById]) -> None:
    tasks = {
        "a": {"duration": "2d"},
        "short": {"duration": "1d", "after": ["a"]},
        "long": {"duration": "4d", "after": ["a"]},
        "alone": {"duration": "1d"},
    }
    assert scheduled(tasks).critical() == {"a", "long"}
    assert scheduled(tasks, limits={"each-end": True}).critical() == {"a", "short", "long", "alone"}


def test_what_is_inactive_takes_no_part(scheduled: Callable[..., ById]) -> None:
    tasks = {
        "a": {"duration": "5d", "active": False},
        "phase": {"active": False, "tasks": {"b": {"duration": "9d"}}},
        "c": {"duration": "1d", "after": ["a", "phase"]},
    }
    found = scheduled(tasks)
    assert found.row == {"c": 0}
    assert found.days("c") == ("2027-01-11", "2027-01-11")
