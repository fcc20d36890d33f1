"""An edit costs what it moves: which tasks are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.plan.quantity import Quantity
from transition_planner.schedule import passes
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan

CHAINS, LENGTH = 40, 20


class Visits:
    """The rows that each pass has looked at, in turn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.early: list[int] = []
        self.late: list[int] = []
        for name, rows, at in (("place_early", self.early, 2), ("place_late", self.late, 3)):
            monkeypatch.setattr(passes, name, self._noting(getattr(passes, name), rows, at))

    @staticmethod
    def _noting(place: Callable[..., None], rows: list[int], at: int) -> Callable[..., None]:
        def noting(*arguments: Any) -> None:
            rows.append(arguments[at])
            place(*arguments)

        return noting


@pytest.fixture
def chains(plan_of: Callable[..., Plan]) -> Plan:
    """Forty chains of twenty tasks; the first one is longer than the others by ten days."""
    return plan_of(
        {
            f"t{chain}-{number}": {
                "duration": "11d" if (chain, number) == (0, 0) else "1d",
                "after": [f"t{chain}-{number - 1}"] if number else [],
            }
            for chain in range(CHAINS)
            for number in range(LENGTH)
        }
    )


def edited(plan: Plan, id_: str, **fields: Any) -> Plan:
    return plan.model_copy(update={"tasks": {**plan.tasks, id_: plan.tasks[id_].model_copy(update=fields)}})


def test_a_longer_task_is_looked_at_with_what_follows_and_what_comes_before(
    chains: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = schedule(chains)
    visits = Visits(monkeypatch)
    after = schedule(edited(chains, "t5-9", duration=Quantity(2, "d")), previous=before)
    first = 5 * LENGTH
    assert visits.early == list(range(first + 9, first + 20))
    # Late dates are those of before from the task's finish on: only its start moves, and with it what leads there.
    assert [row for row in visits.late if row <= first + 9] == list(range(first + 9, first - 1, -1))
    assert set(visits.late) == set(range(first, first + 10))
    assert after.finish == before.finish


def test_a_task_with_time_to_spare_for_those_behind_it_moves_nothing_else(
    plan_of: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = plan_of(
        {
            "long": {"duration": "9d"},
            "short": {"duration": "1d"},
            **{f"t{number}": {"duration": "1d", "after": ["long", "short"]} for number in range(300)},
        }
    )
    before = schedule(plan)
    visits = Visits(monkeypatch)
    schedule(edited(plan, "short", duration=Quantity(2, "d")), previous=before)
    assert visits.early == [1, *range(2, 302)]  # what follows is looked at and stays where it is
    assert visits.late == [1]


@pytest.mark.parametrize("fields", [{"title": "Another"}, {"note": "Remark"}, {"tags": ("tag",)}])
def test_texts_move_nothing(chains: Plan, monkeypatch: pytest.MonkeyPatch, fields: dict[str, Any]) -> None:
    before = schedule(chains)
    visits = Visits(monkeypatch)
    after = schedule(edited(chains, "t5-9", **fields), previous=before)
    assert (visits.early, visits.late) == ([], [])
    assert after.outline.tasks[5 * LENGTH + 9] is after.plan.tasks["t5-9"]


def test_a_date_that_only_watches_is_looked_at_backward_alone(
    chains: Plan, plan_of: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    deadline = plan_of({"x": {"deadline": "2027-01-25"}}).tasks["x"].deadline
    before = schedule(chains)
    visits = Visits(monkeypatch)
    schedule(edited(chains, "t5-9", deadline=deadline), previous=before)
    assert len(visits.early) <= 2
    assert set(visits.late) <= set(range(5 * LENGTH, 5 * LENGTH + 11))


def test_where_everything_moves_each_task_is_looked_at_by_one_full_pass_at_most(
    chains: Plan, plan_of: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    del chains
    plan = plan_of({f"t{n}": {"duration": "1d", "after": [f"t{n - 1}"] if n else []} for n in range(1000)})
    before = schedule(plan)
    visits = Visits(monkeypatch)
    after = schedule(edited(plan, "t0", duration=Quantity(2, "d")), previous=before)
    assert len(visits.early) <= 1000 + 1000 // 8 + 2
    assert len(visits.late) == 1000
    assert after.finish > before.finish


def test_the_end_moves_into_the_morning_of_the_day_at_whose_midnight_it_was(
    plan_of: Callable[..., Plan],
) -> None:
    """Both are one position of the office's calendar, and eight hours apart."""
    plan = plan_of({"wait": {"duration": "2ed"}, "told": {}})
    before = schedule(plan)
    assert str(to_datetime(before.finish)) == "2027-01-13 00:00:00"
    floor = plan_of({"told": {"start-no-earlier-than": "2027-01-13"}}).tasks["told"].start_no_earlier_than
    after = schedule(edited(plan, "told", start_no_earlier_than=floor), previous=before)
    assert str(to_datetime(after.finish)) == "2027-01-13 08:00:00"


def test_a_task_is_longer_while_a_link_out_of_it_goes(plan_of: Callable[..., Plan]) -> None:
    """Both at once, as where a file is read again: its late dates are free of that link."""
    tasks = {
        "ask": {"duration": "5d"},
        "cost": {"duration": "3d"},
        "draft": {"duration": "3d", "after": ["ask", "cost"]},
    }
    after = {
        "ask": {"duration": "7d"},
        "cost": {"duration": "3d"},
        "draft": {"duration": "6d", "after": ["cost"]},
    }
    found = schedule(plan_of(after), previous=schedule(plan_of(tasks)))
    assert {found.outline.ids[row] for row in found.critical_rows} == {"cost", "draft"}
    assert found.float_days(found.outline.row["ask"]) == 2  # nine days in all, of which it takes seven


def test_a_task_is_longer_while_what_comes_before_it_changes_its_calendar(
    plan_of: Callable[..., Plan],
) -> None:
    """The link between them waits for another calendar's working time from then on."""
    weekends = {"weekends": {"week": "sat-sun 08:00-16:00"}}
    tasks = {"ask": {"duration": "1d"}, "draft": {"duration": "1d", "after": ["ask"]}}
    after = {
        "ask": {"duration": "1d", "calendar": "weekends"},
        "draft": {"duration": "2d", "after": ["ask"]},
    }
    found = schedule(
        plan_of(after, calendars=weekends), previous=schedule(plan_of(tasks, calendars=weekends))
    )
    days = [(str(found.first_day(row)), str(found.last_day(row))) for row in range(2)]
    assert days == [("2027-01-16", "2027-01-16"), ("2027-01-18", "2027-01-19")]
