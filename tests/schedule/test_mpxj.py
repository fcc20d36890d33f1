"""Our dates against those of MPXJ's scheduler, which follows MS Project too, on random networks.

Runs where the packages of the extra `peers` and Java 17 are installed. Where the two differ is told at the end, one
test a deviation.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.plan import Plan
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import from_date, to_datetime

if TYPE_CHECKING:
    from tests.schedule.mpxj_bridge import Dates

pytest.importorskip("mpxj", reason="the extra `peers` is not installed: no second opinion on our dates")

NETWORKS = 100
CALENDARS = {
    "office": {"week": "mon-fri 08:00-12:00 13:00-17:00"},
    "evening": {"week": "mon-thu 16:00-20:00"},
}
HOURS = {"office": ("08:00", "17:00"), "evening": ("16:00", "20:00")}
CONSTRAINTS = (
    "start-no-earlier-than",
    "start-no-later-than",
    "finish-no-earlier-than",
    "finish-no-later-than",
    "must-start-on",
    "must-finish-on",
    "deadline",
)
EARLY = ("start", "finish")
LATE = ("late_start", "late_finish")


def plan_of(tasks: dict[str, Any]) -> Plan:
    return Plan.model_validate(
        {
            "format": 1,
            "id": "6f1c0e1a-0000-4000-8000-000000000000",
            "title": "Test",
            "start": "2027-01-11T08:00",
            "calendar": "office",
            "calendars": CALENDARS,
            "tasks": tasks,
        }
    )


def network(
    rng: random.Random,
    *,
    types: tuple[str, ...] = ("FS", "FS", "SS", "FF"),
    lags: tuple[str, ...] = ("", "", "+8h", "+3h"),
    calendars: bool = False,
    constraints: bool = False,
    waiting: bool = False,
) -> Plan:
    """Up to nine tasks with links to some before them."""
    tasks: dict[str, Any] = {}
    for number in range(rng.randint(2, 9)):
        preds = rng.sample(range(number), min(number, rng.randint(0, 3)))
        task: dict[str, Any] = {
            "duration": rng.choice(("0h", "2h", "6h", "8h", "24h", "40h")),
            "after": [f"t{pred} {rng.choice(types)}{rng.choice(lags)}" for pred in preds],
        }
        if calendars and rng.randrange(3) == 0:
            task["calendar"] = "evening"
        if constraints and rng.randrange(3) == 0:
            field = rng.choice(CONSTRAINTS)
            hours = HOURS[task.get("calendar", "office")]
            day = rng.choice(("2027-01-14", "2027-01-20", "2027-02-03"))
            task[field] = f"{day}T{hours['start' not in field]}"
        elif waiting and rng.randrange(5) == 0:
            task["as-late-as-possible"] = True
        tasks[f"t{number}"] = task
    return plan_of(tasks)


def differences(plan: Plan, which: tuple[str, ...] = (*EARLY, *LATE)) -> list[str]:
    """Where between our date and theirs lies working time."""
    from tests.schedule.mpxj_bridge import mpxj_dates  # noqa: PLC0415  # starts Java

    theirs, ours = mpxj_dates(plan), schedule(plan)
    found = []
    for row, id_ in enumerate(ours.outline.ids):
        calendar = ours.calendar(row)
        if calendar.name == ALWAYS:
            calendar = ours.calendars[plan.calendar]
        dates: Dates = theirs[id_]
        own = {
            "start": ours.early_start(row),
            "finish": ours.early_finish(row),
            "late_start": ours.late_start(row),
            "late_finish": ours.late_finish(row),
        }
        found += [
            f"{id_} {name}: {to_datetime(own[name])}, MPXJ {getattr(dates, name)}"
            for name in which
            if calendar.work(own[name]) != calendar.work(from_date(getattr(dates, name)))
        ]
    return found


@pytest.mark.parametrize(
    "features",
    [{}, {"constraints": True}, {"waiting": True}],
    ids=["links and lags", "constraints and deadlines", "as late as possible"],
)
def test_early_and_late_dates_on_one_calendar_are_those_of_mpxj(features: dict[str, Any]) -> None:
    for seed in range(NETWORKS):
        assert differences(network(random.Random(seed), **features)) == [], seed  # noqa: S311


@pytest.mark.parametrize(
    "features",
    [{"calendars": True, "constraints": True}, {"types": ("FS", "SS"), "lags": ("", "+30eh", "+50%")}],
    ids=["calendars and constraints", "elapsed and percent lags"],
)
def test_early_dates_across_calendars_and_lags_are_those_of_mpxj(features: dict[str, Any]) -> None:
    for seed in range(NETWORKS):
        assert differences(network(random.Random(seed), **features), EARLY) == [], seed  # noqa: S311


def test_deviation_leads_and_links_to_a_finish_take_nothing_before_the_start_of_the_plan() -> None:
    """MPXJ keeps only finish-to-finish links from doing that; we keep the rule for every link.

    Microsoft's article Q103971 tells it of start-to-finish links too; of leads no stored schedule tells.
    """
    lead = plan_of({"a": {"duration": "8h"}, "b": {"duration": "16h", "after": ["a FS-16h"]}})
    assert differences(lead, ("start",)) == ["b start: 2027-01-11 08:00:00, MPXJ 2027-01-08 08:00:00"]
    to_finish = plan_of({"a": {"duration": "8h"}, "b": {"duration": "8h", "after": ["a SF"]}})
    assert differences(to_finish, ("start",)) == ["b start: 2027-01-11 08:00:00, MPXJ 2027-01-08 08:00:00"]


def test_deviation_what_is_elapsed_begins_at_once() -> None:
    """MPXJ lets it wait for the next working time, though it runs through the nights and weekends that follow."""
    elapsed = plan_of({"a": {"duration": "8h"}, "b": {"duration": "20eh", "after": ["a"]}})
    assert differences(elapsed, ("finish",)) == ["b finish: 2027-01-12 13:00:00, MPXJ 2027-01-13 04:00:00"]


def test_deviation_an_elapsed_lag_lies_between_the_two_ends_that_the_link_names() -> None:
    """MPXJ adds it to the start that would lead to the same finish, where other gaps follow."""
    lag = plan_of({"a": {"duration": "40h"}, "b": {"duration": "8h", "after": ["a FF+24eh"]}})
    assert differences(lag, ("start",)) == ["b start: 2027-01-15 08:00:00, MPXJ 2027-01-18 08:00:00"]


def test_deviation_a_late_finish_in_the_free_time_of_a_successor_costs_nothing() -> None:
    """MPXJ takes it back to the successor's own working time, and so gives a task on the critical path no time."""
    evening = plan_of(
        {"a": {"duration": "4h", "calendar": "evening"}, "done": {"duration": "0h", "after": ["a"]}}
    )
    assert differences(evening, LATE) == [
        "a late_start: 2027-01-11 16:00:00, MPXJ 2027-01-07 17:00:00",
        "a late_finish: 2027-01-11 20:00:00, MPXJ 2027-01-11 17:00:00",
    ]
