"""What a calendar has no time for is told, and the rest has dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.schedule.scheduling import schedule
from transition_planner.schedule.why import why
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById

    from transition_planner.plan.plan import Plan

ONCE = {"once": {"within": "office", "only": {"from": "2027-02-01", "to": "2027-02-02"}}}
"""A window of two days, Monday and Tuesday, that never comes again."""
NEVER = {"never": {"within": "office", "only": {"on": "2027-02-06"}}}
"""A window on a Saturday, on which the office does not work."""


def test_work_that_does_not_fit_takes_no_time_and_what_follows_has_dates(
    scheduled: Callable[..., ById],
) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "apply": {"duration": "3d", "calendar": "once", "after": ["a"]},
            "then": {"duration": "1d", "after": ["apply"]},
            "other": {"duration": "1d", "calendar": "once"},
        },
        calendars=ONCE,
    )
    (row,) = found.schedule.impossible
    assert row == found.row["apply"]
    assert found.schedule.impossible[row].calendar == "once"
    assert found.schedule.impossible[row].around == date(2027, 2, 2)
    assert found.days("apply") == ("2027-01-12", "2027-01-12")
    assert found.days("then") == ("2027-01-13", "2027-01-13")
    assert found.days("other") == ("2027-02-01", "2027-02-01")


def test_why_tells_what_is_missing_not_the_day_that_it_is_put_on(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"apply": {"title": "Apply", "duration": "3d", "calendar": "once"}, "then": {"after": ["apply"]}},
        calendars=ONCE,
    )
    (step,) = why(found.schedule, found.row["apply"])
    assert step.sentence == (
        "“Apply” has no dates of its own: the calendar once has no working time left around 2027-02-02: "
        "give it more working days, or plan less on it."
    )
    assert why(found.schedule, found.row["then"])[-1] == step


def test_a_calendar_that_never_works_leaves_the_rest_alone(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "one": {"duration": "1d", "calendar": "never"},
            "two": {"duration": "1d", "calendar": "never", "after": ["one"]},
            "three": {"duration": "1d", "after": ["two"]},
        },
        calendars=NEVER,
    )
    assert set(found.schedule.impossible) == {found.row["one"], found.row["two"]}
    assert found.days("three") == ("2027-01-11", "2027-01-11")


def test_work_under_way_that_its_team_has_no_time_for_leaves_the_rest_alone(
    scheduled: Callable[..., ById],
) -> None:
    found = scheduled(
        {
            "both": {"duration": "9h", "started": "2027-01-12", "owner": "early", "involves": ["late"]},
            "then": {"duration": "1d", "after": ["both"]},
        },
        calendars={
            "mornings": {"week": "mon-fri 08:00-12:00", "only": {"on": "2027-01-12"}},
            "evenings": {"week": "mon-fri 18:00-20:00", "only": {"on": "2027-01-12"}},
        },
        roles={"early": {"calendar": "mornings"}, "late": {"calendar": "evenings"}},
    )
    assert set(found.schedule.impossible) == {found.row["both"]}
    assert found.days("then") == ("2027-01-12", "2027-01-12")  # behind a moment on the team's only day


@pytest.mark.parametrize(
    "fields",
    [
        {"finish-no-later-than": "2026-06-30"},
        {"must-finish-on": "2026-06-30"},
        {"must-start-on": "2028-01-31"},
    ],
)
def test_a_date_that_the_calendar_never_reaches_is_passed_over_and_told(
    scheduled: Callable[..., ById], fields: dict[str, Any]
) -> None:
    found = scheduled(
        {
            "apply": {"duration": "1d", "calendar": "once", **fields},
            "then": {"duration": "1d", "after": ["apply"]},
        },
        calendars=ONCE,
    )
    assert set(found.schedule.impossible) == {found.row["apply"]}
    assert found.days("apply") == ("2027-02-01", "2027-02-01")
    assert found.days("then") == ("2027-02-02", "2027-02-02")


def test_what_should_be_done_before_its_window_opens_has_negative_float(
    scheduled: Callable[..., ById],
) -> None:
    found = scheduled(
        {
            "before": {"duration": "1d"},
            "apply": {"duration": "1d", "calendar": "once", "after": ["before"]},
            "then": {"duration": "1d", "after": ["apply"], "deadline": "2027-01-15"},
        },
        calendars=ONCE,
    )
    assert found.schedule.impossible == {}
    assert found.days("then") == ("2027-02-02", "2027-02-02")
    assert all(found.float_days(id_) < 0 for id_ in ("before", "apply", "then"))


def test_dates_by_hand_stay_though_the_team_is_never_at_work(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "both": {
                "duration": "9h",
                "manual": {"start": "2027-01-12", "finish": "2027-01-12"},
                "owner": "early",
                "involves": ["late"],
            },
            "then": {"duration": "1d", "after": ["both SS"]},
        },
        calendars={
            "mornings": {"week": "mon-fri 08:00-12:00", "only": {"on": "2027-01-12"}},
            "evenings": {"week": "mon-fri 18:00-20:00", "only": {"on": "2027-01-12"}},
        },
        roles={"early": {"calendar": "mornings"}, "late": {"calendar": "evenings"}},
    )
    assert found.days("both") == ("2027-01-12", "2027-01-12")
    assert found.days("then") == ("2027-01-12", "2027-01-12")


def test_after_an_edit_that_makes_room_all_is_well(
    plan_of: Callable[..., Plan], scheduled: Callable[..., ById]
) -> None:
    tasks = {"apply": {"duration": "3d", "calendar": "once"}}
    before = scheduled(tasks, calendars=ONCE).schedule
    plan = plan_of({"apply": {"duration": "2d", "calendar": "once"}}, calendars=ONCE)
    after = schedule(before.plan.model_copy(update={"tasks": plan.tasks}), previous=before)
    assert after.impossible == {}
    assert str(after.last_day(0)) == "2027-02-02"
    again = schedule(before.plan, previous=after)
    assert set(again.impossible) == {0}


def test_an_earliest_finish_that_asks_for_work_before_its_calendar_begins_is_passed_over(
    scheduled: Callable[..., ById],
) -> None:
    found = scheduled(
        {"decide": {"duration": "4d", "calendar": "board", "finish-no-earlier-than": "2027-02-02"}},
        calendars={
            "board": {"within": "office", "only": {"rrule": "FREQ=WEEKLY;BYDAY=TU", "from": "2027-01-19"}}
        },
    )
    (nothing,) = found.schedule.impossible.values()
    assert (nothing.around, nothing.before) == (date(2027, 1, 19), True)
    assert found.days("decide") == ("2027-01-19", "2027-02-09")


@pytest.mark.parametrize("lag", ["+300ey", "+9999ey", "+9999999ed", "+60000d", "+9999999%"])
@pytest.mark.parametrize("duration", ["1d", "0d"])
def test_a_lag_beyond_the_years_that_plans_may_use_is_told_and_the_rest_has_dates(
    scheduled: Callable[..., ById], lag: str, duration: str
) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "b": {"duration": duration, "after": [f"a FS{lag}"]},
            "then": {"duration": "1d", "after": ["a"]},
        }
    )
    assert set(found.schedule.impossible) == {found.row["b"]}
    assert found.days("a") == ("2027-01-11", "2027-01-12")
    assert found.days("then") == ("2027-01-13", "2027-01-13")
    assert found.days("b")[1] <= "2199-12-31"
    assert [len(why(found.schedule, row)) for row in found.row.values()] == [1, 2, 2]


@pytest.mark.parametrize("lead", ["-300ey", "-9999ey", "-9999999ed", "-60000d", "-9999999%"])
@pytest.mark.parametrize("calendar", ["office", "saturdays"])
def test_a_lead_beyond_them_takes_nothing_before_the_start_of_the_plan(
    scheduled: Callable[..., ById], lead: str, calendar: str
) -> None:
    found = scheduled(
        {
            "a": {"duration": "2d"},
            "b": {"duration": "6h", "after": [f"a FS{lead}"], "calendar": calendar},
            "long": {"duration": "10d"},
        },
        calendars={"saturdays": {"week": "sat 10:00-16:00"}},
    )
    assert found.schedule.impossible == {}
    # The first day of its calendar; a may wait until the end of the whole, 22 January, as if nothing followed it.
    day = {"office": "2027-01-11", "saturdays": "2027-01-16"}[calendar]
    assert found.days("b") == (day, day)
    assert found.float_days("a") == 8


@pytest.mark.parametrize("duration", ["300ey", "9999ey", "9999999ed", "9999999d"])
def test_work_that_lasts_beyond_them_is_told(scheduled: Callable[..., ById], duration: str) -> None:
    found = scheduled({"a": {"duration": duration}, "b": {"duration": "1d", "after": ["a"]}})
    assert set(found.schedule.impossible) == {found.row["a"]}
    assert found.days("b") == ("2027-01-11", "2027-01-11")


def test_a_milestone_may_wait_until_the_last_evening_of_the_years_that_plans_may_use(
    scheduled: Callable[..., ById],
) -> None:
    found = scheduled(
        {
            "done": {},
            "late": {
                "duration": "3h",
                "after": ["done"],
                "must-start-on": "2199-12-31T20:00",
                "calendar": "always",
            },
        }
    )
    assert found.schedule.impossible == {}
    # That Tuesday the office closes at 17:00, and nothing comes after it.
    assert to_datetime(found.schedule.late_finish(0)).isoformat() == "2199-12-31T17:00:00"
