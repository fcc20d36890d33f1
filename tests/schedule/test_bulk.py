"""The engine for large plans gives the answers of the one for all others."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING, Any
from unittest import mock

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.schedule.networks import tasks, wide
from tests.schedule.test_properties import edit_and_compare, lengths_and_links_changed, make, picture

from transition_planner.plan.outline import outline
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule import bulk, passes
from transition_planner.schedule.bulk import bridge, engine, quantities, readying, tables
from transition_planner.schedule.crossing import EARLIEST, latest_position
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.schedule import Schedule
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.calendars import Calendars
from transition_planner.worktime.instant import from_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan

EVERYTHING = mock.patch.multiple(engine, ROWS_A_LEVEL=0, ODD_SHARE=1)


def at_once(plan: Plan) -> Schedule | None:
    with EVERYTHING:
        found = engine.placed_at_once(plan, outline(plan), Calendars(plan))
    return None if found is None else Schedule(plan, *found)


@given(tasks(), st.booleans())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_both_engines_find_the_same(entries: dict[str, Any], each_end: bool) -> None:
    plan = make(entries, limits={"each-end": each_end})
    found = at_once(plan)
    expected = schedule(plan)
    if found is None:
        assert expected.network.manual_phases or expected.network.waiting or expected.impossible
        return
    assert (list(found.early), list(found.late)) == (expected.early, expected.late)
    assert (found.start, found.finish) == (expected.start, expected.finish)
    assert list(found.network.floor) == expected.network.floor
    assert picture(found) == picture(expected)


@pytest.mark.parametrize("seed", range(15))
def test_both_engines_find_the_same_in_wide_networks(seed: int) -> None:
    plan = make(wide(random.Random(seed), 60))  # noqa: S311  # a random network
    found, expected = at_once(plan), schedule(plan)
    assert found is not None
    assert (list(found.early), list(found.late)) == (expected.early, expected.late)
    assert picture(found) == picture(expected)


@given(tasks(plain=True))
@settings(max_examples=100)
def test_plans_with_links_lags_and_calendars_are_never_declined(entries: dict[str, Any]) -> None:
    plan = make(entries)
    found = at_once(plan)
    assert found is not None
    assert picture(found) == picture(schedule(plan))


@given(tasks(), st.sampled_from((1, 100)), st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_edits_go_on_from_what_it_found(entries: dict[str, Any], few: int, data: st.DataObject) -> None:
    with EVERYTHING, mock.patch.object(bulk, "LARGE", 0), mock.patch.object(passes, "_FEW", few):
        edit_and_compare(make(entries), data)


@pytest.mark.parametrize("seed", range(15))
def test_the_columns_of_many_edits_ago_serve_an_edit_that_moves_much(seed: int) -> None:
    """Small edits are followed by what they move, and only the full passes of a large one renew the columns."""
    rng = random.Random(seed)  # noqa: S311  # a random network
    plan = make(wide(rng, 60), limits={"each-end": seed % 3 == 0})
    found = at_once(plan)
    assert found is not None
    renewed = 0
    with EVERYTHING, mock.patch.object(passes, "_FEW", 3):
        for edited in lengths_and_links_changed(plan, rng, 20):
            columns = found.network.columns
            assert columns is not None
            found = schedule(edited, previous=found)
            renewed += found.network.columns is not columns
            assert picture(found) == picture(schedule(edited))
    assert 0 < renewed < 20


def test_a_link_against_the_levels_of_the_columns_is_compiled_anew(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"a": {"duration": "1d"}, "b": {"duration": "1d"}, "c": {"after": ["b"]}})
    before = at_once(plan)
    assert before is not None
    linked = plan_of(
        {"a": {"duration": "9d"}, "b": {"duration": "1d", "after": ["a"]}, "c": {"after": ["b"]}}
    )
    with EVERYTHING, mock.patch.object(passes, "_FEW", 0), mock.patch.object(bulk, "LARGE", 0):
        found = schedule(linked, previous=before)
    assert found.network.columns is not None
    assert found.network.columns.rows.level.tolist() == [0, 1, 2]
    assert picture(found) == picture(schedule(linked))


def test_a_milestone_may_stand_behind_the_gap_that_ends_its_wait(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        {
            "milestone": {"duration": "0d"},
            "task": {"duration": "1d", "after": ["milestone FF+3h"]},
            "last": {"duration": "9d"},
        }
    )
    found, expected = at_once(plan), schedule(plan)
    assert found is not None
    assert list(found.late) == expected.late
    assert expected.late[1] % 2 == 1


@pytest.mark.parametrize(
    ("long", "link"),
    [("0d", "long FF"), ("0d", "long FF-1d"), ("9d", "long SS"), ("9d", "long SF"), ("9d", "long FS-2d")],
)
def test_nothing_may_end_later_than_the_whole_whatever_follows_it(
    plan_of: Callable[..., Plan], long: str, link: str
) -> None:
    """All is done on Wednesday the 20th of January: what follows, on Saturdays, leaves more time than that."""
    plan = plan_of(
        {
            "long": {"duration": long},
            "short": {"duration": "2h", "calendar": "saturdays", "after": [link]},
            "last": {"duration": "8d"},
        },
        calendars={"saturdays": {"week": "sat 10:00-16:00"}},
    )
    found, expected = at_once(plan), schedule(plan)
    assert found is not None
    assert (list(found.early), list(found.late)) == (expected.early, expected.late)
    assert found.late_finish(0) <= found.finish


def test_a_deadline_is_told_also_of_what_others_follow(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        {"due": {"duration": "1d", "deadline": "2027-01-13"}, "then": {"duration": "1d", "after": ["due"]}}
        | {"last": {"duration": "9d"}}
    )
    found = at_once(plan)
    assert found is not None
    assert [found.total_float(row) for row in range(3)] == [2 * 480, 7 * 480, 0]


def test_quantities_are_numbered_on_from_those_of_before() -> None:
    day, week = Quantity(1, "d"), Quantity(1, "w")
    kinds = quantities.Kinds()
    numbers = [*kinds.numbers([day, None, day]), *kinds.numbers([None, week, day])]
    assert numbers == [0, 1, 0, 1, 2, 0]
    assert kinds.quantities(np.array(numbers)).amount.tolist() == [1, 0, 1, 0, 1, 1]
    office = Calendars(make({}))["office"]
    minutes = kinds.quantities(np.array([2, 0, 1])).minutes(np.array([0, 0, 0]), [office])
    assert minutes.tolist() == [5 * 480, 480, 0]


def test_years_are_added_as_they_are_needed(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        {
            "decades": {"duration": "8000d"},
            "other": {"duration": "1d", "calendar": "saturdays", "after": ["decades"]},
            "late": {"duration": "1d", "after": ["other"], "deadline": "1990-01-01"},
            "weeks": {"duration": "1d", "after": ["other FS+3ew"]},
        },
        calendars={"saturdays": {"week": "sat 10:00-16:00"}},
    )
    with mock.patch.object(bridge, "_YEARS", 1):
        found = at_once(plan)
    assert found is not None
    assert picture(found) == picture(schedule(plan))
    assert found.last_day(1).year > 2050


def test_a_missed_deadline_counts_where_each_end_has_its_own_finish(plan_of: Callable[..., Plan]) -> None:
    tasks = {"end": {"duration": "5d", "deadline": "2027-01-12"}, "other": {"duration": "1d"}}
    plan = plan_of(tasks, limits={"each-end": True})
    found = at_once(plan)
    assert found is not None
    assert [found.total_float(row) for row in range(2)] == [-3 * 480, 0]


@given(st.integers(0, 3 * 24 * 60), st.integers(0, 2), st.integers(0, 2))
@settings(max_examples=100)
def test_tables_tell_what_the_calendars_tell(minute: int, source: int, target: int) -> None:
    calendars = [Calendars(make({}))[name] for name in ("office", "evening", "always")]
    clock = bridge.Clock(calendars)
    moment = from_date(date(2027, 1, 29)) + minute  # the end of a week that is closed, before a weekend
    position = calendars[source].position(moment)
    instant = calendars[source].instant(position)
    ends = np.array([source]), np.array([target])
    there = calendars[target].position(instant)
    assert _crossed(clock, *ends, position, tables.AS_IT_IS) == there
    assert _crossed(clock, *ends, position, tables.AT_END) == there - there % 2
    assert _crossed(clock, *ends, position, tables.NOT_BEHIND) == latest_position(calendars[target], instant)


def _crossed(clock: bridge.Clock, source: Any, target: Any, position: int, which: int) -> int:
    made = _bridge(clock, source, target, which)
    made.check(np.array([position]))
    return int(made.crossed(np.array([position]), slice(0, 1))[0])


def _bridge(clock: bridge.Clock, source: Any, target: Any, which: int) -> bridge.Bridge:
    none = np.array([0])
    return bridge.Bridge(clock.tables, readying.Crossings(none, source, target, np.array([which]), none))


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2036, 12, 31)])
def test_tables_say_what_they_do_not_cover(day: date) -> None:
    """The calendars begin in 2027, so that their first tables reach from 2026 to 2036."""
    calendar = Calendars(make({}))["office"]
    one, position = np.array([0]), np.array([calendar.position(from_date(day))])
    made = _bridge(bridge.Clock([calendar]), one, one, tables.AS_IT_IS)
    with pytest.raises(IndexError):
        made.check(position)


def test_work_beyond_all_years_is_left_to_the_lists(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"ages": {"duration": "60000d"}, "then": {"duration": "1d", "after": ["ages"]}})
    assert at_once(plan) is None
    assert set(schedule(plan).impossible) == {0}


def test_work_without_time_is_left_to_the_lists_without_wider_tables(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"a": {"duration": "1d"}, "b": {"duration": "1d", "after": ["a FS+300ey"]}})
    with mock.patch.object(bridge, "Tables", wraps=tables.Tables) as made:
        assert at_once(plan) is None
    assert made.call_count == 1
    assert set(schedule(plan).impossible) == {1}


def test_a_plan_with_nothing_to_do_is_done_at_its_start(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"off": {"duration": "1d", "active": False}})
    found = at_once(plan)
    assert found is not None
    assert (found.finish, found.finish) == (schedule(plan).finish, found.network.start)


def test_a_circle_is_told_by_the_lists(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of({"a": {"after": ["b"]}, "b": {"after": ["a"]}})
    assert at_once(plan) is None
    with mock.patch.object(bulk, "LARGE", 0), pytest.raises(CycleError):
        schedule(plan)


def test_deep_plans_are_left_to_the_lists(plan_of: Callable[..., Plan]) -> None:
    chain = plan_of({f"t{n}": {"duration": "1d", "after": [f"t{n - 1}"] if n else []} for n in range(50)})
    assert engine.placed_at_once(chain, outline(chain), Calendars(chain)) is None


def test_small_plans_load_no_numpy() -> None:
    program = (
        "import sys; from tests.schedule.test_properties import make;"
        "from transition_planner.schedule.scheduling import schedule;"
        "schedule(make({'a': {'duration': '1d'}})); sys.exit('numpy' in sys.modules)"
    )
    assert subprocess.run((sys.executable, "-c", program), check=False).returncode == 0


@pytest.mark.parametrize("seed", range(10))
def test_what_should_have_been_done_before_the_first_year_of_plans_is_due_by_that(seed: int) -> None:
    """A deadline of 1975 behind decades of work: the late dates before 1970 come from many calendars at once."""
    rng = random.Random(seed)  # noqa: S311  # a random network
    entries = wide(rng, 60)
    for number in range(50, 60):
        entries[f"decades-{number}"] = {"duration": "2000d", "after": [f"t{number}"], "calendar": "always"}
        after = [f"decades-{number}", f"t{number - 10} SS+1d"]
        entries[f"late-{number}"] = {"duration": "1500d", "after": after, "deadline": "1975-01-01"}
    plan = make(entries)
    found, expected = at_once(plan), schedule(plan)
    assert found is not None
    assert min(map(expected.late_start, range(len(expected.outline)))) <= EARLIEST
    assert (list(found.early), list(found.late)) == (expected.early, expected.late)
    assert picture(found) == picture(expected)
