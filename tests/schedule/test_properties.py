"""What holds for every plan, tried on random ones, against a naive scheduler and against networkx."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any
from unittest import mock

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.schedule.naive import dates as naive_dates
from tests.schedule.networks import CALENDARS, ROLES, tasks, wide

from transition_planner.plan import column
from transition_planner.plan.link import Link
from transition_planner.plan.plan import Plan
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule import passes
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.task import Task
    from transition_planner.schedule.schedule import Schedule


def make(entries: dict[str, Any], **header: Any) -> Plan:
    return Plan.model_validate(
        {
            "format": 1,
            "id": "6f1c0e1a-0000-4000-8000-000000000000",
            "title": "Test",
            "start": "2027-01-11",
            "calendar": "office",
            "calendars": CALENDARS,
            "roles": ROLES,
            "tasks": entries,
            **header,
        }
    )


def picture(found: Schedule) -> dict[str, tuple[Any, ...]]:
    """All that a schedule says, by id."""
    return {
        id_: (
            found.early_start(row),
            found.early_finish(row),
            found.late_start(row),
            found.late_finish(row),
            found.total_float(row),
            found.free_float(row),
            found.critical(row),
        )
        for row, id_ in enumerate(found.outline.ids)
    }


@given(tasks(plain=True))
@settings(max_examples=60)
def test_dates_equal_those_of_a_naive_scheduler(entries: dict[str, Any]) -> None:
    plan = make(entries)
    found = schedule(plan)
    expected = naive_dates(plan)
    for row, id_ in enumerate(found.outline.ids):
        calendar = found.network.calendar[row]
        for ours, theirs in zip(
            (found.early_start(row), found.early_finish(row)), expected[id_], strict=True
        ):
            # The same moment: with no working time between them.
            minutes = round((theirs - to_datetime(0)).total_seconds() / 60)
            assert calendar.work(ours) == calendar.work(minutes), (id_, to_datetime(ours), theirs)


@given(st.integers(0, 10_000), st.integers(2, 60))
@settings(max_examples=60)
def test_the_finish_is_the_longest_path_of_the_graph(seed: int, size: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # a random graph
    graph: nx.DiGraph[int | str] = nx.DiGraph()
    entries: dict[str, Any] = {}
    for number in range(size):
        length = rng.randint(0, 500)
        preds = rng.sample(range(number), min(number, rng.randint(0, 3)))
        entries[f"t{number}"] = {"duration": f"{length}min", "after": [f"t{pred}" for pred in preds]}
        graph.add_node(number)
        graph.add_weighted_edges_from(
            (pred, number, int(entries[f"t{pred}"]["duration"][:-3])) for pred in preds
        )
        graph.add_edge(number, "end", weight=length)
    found = schedule(make(entries, calendar="always"))
    assert found.finish - found.start == nx.dag_longest_path_length(graph)


@given(tasks(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_tasks_in_the_file_does_not_matter(entries: dict[str, Any], rng: random.Random) -> None:
    shuffled = list(entries.items())
    rng.shuffle(shuffled)
    assert picture(schedule(make(dict(shuffled)))) == picture(schedule(make(entries)))


@given(tasks(), st.sampled_from((0, 1, 100)), st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_after_any_edits_the_schedule_equals_a_fresh_one(
    entries: dict[str, Any], few: int, data: st.DataObject
) -> None:
    """Also where it gives up following what moves, which so small plans would not do by themselves."""
    with mock.patch.object(passes, "_FEW", few), mock.patch.object(column, "_MANY", few):
        edit_and_compare(make(entries), data)


def edit_and_compare(plan: Plan, data: st.DataObject) -> None:
    found = schedule(plan)
    for _ in range(data.draw(st.integers(1, 4))):
        edited = plan
        for _at_once in range(data.draw(st.integers(1, 3))):
            edited = data.draw(edits(edited))
        try:
            fresh = schedule(edited)
        except CycleError:
            with pytest.raises(CycleError):
                schedule(edited, previous=found)
            continue
        found = schedule(edited, previous=found)
        assert picture(found) == picture(fresh)
        assert (found.start, found.finish) == (fresh.start, fresh.finish)
        plan = edited


LENGTHS = ("0d", "2h", "1d", "2d", "3d", "8d", "3ed")


@pytest.mark.parametrize("seed", [*range(20), 171, 198])
def test_after_lengths_and_links_change_in_a_wide_network_it_equals_a_fresh_one(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  # a random network
    plan = make(wide(rng), limits={"each-end": seed % 3 == 0})
    found = schedule(plan)
    for edited in lengths_and_links_changed(plan, rng, 12):
        found = schedule(edited, previous=found)
        assert picture(found) == picture(schedule(edited))


def lengths_and_links_changed(plan: Plan, rng: random.Random, times: int) -> Iterator[Plan]:
    """A plan after one change after the other."""
    for _ in range(times):
        phase = rng.choice(sorted(plan.tasks))
        inside = plan.tasks[phase].tasks or {}
        id_ = rng.choice(sorted(inside))
        changed: dict[str, Any] = {"duration": Quantity.parse(rng.choice(LENGTHS))}
        if inside[id_].after and rng.random() < 0.3:
            changed = {"after": inside[id_].after[1:]}
        task = inside[id_].model_copy(update=changed)
        around = plan.tasks[phase].model_copy(update={"tasks": {**inside, id_: task}})
        plan = plan.model_copy(update={"tasks": {**plan.tasks, phase: around}})
        yield plan


OTHER = make(
    {
        "x": {
            "duration": "1d",
            "deadline": "2027-01-20",
            "started": "2027-01-13",
            "finished": "2027-01-19",
            "must-start-on": "2027-01-21",
            "owner": "singer",
        }
    }
).tasks["x"]
"""Where an edit takes its new values from."""


@st.composite
def edits(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan with one field of one task changed."""
    leaves: list[tuple[str | None, str]] = [(None, id_) for id_, task in plan.tasks.items() if not task.tasks]
    leaves += [(phase, id_) for phase, task in plan.tasks.items() for id_ in task.tasks or {}]
    phase, id_ = draw(st.sampled_from(leaves))
    task = (plan.tasks[phase].tasks or {})[id_] if phase else plan.tasks[id_]
    phases = [each for each, task_ in plan.tasks.items() if task_.tasks]
    update: dict[str, Any] = draw(changes(task, [leaf for _, leaf in leaves] + phases))
    changed = task.model_copy(update=update)
    if phase is None:
        return plan.model_copy(update={"tasks": {**plan.tasks, id_: changed}})
    around = plan.tasks[phase]
    inside = around.model_copy(update={"tasks": {**(around.tasks or {}), id_: changed}})
    return plan.model_copy(update={"tasks": {**plan.tasks, phase: inside}})


@st.composite
def changes(draw: st.DrawFn, task: Task, ends: list[str]) -> dict[str, Any]:
    """A new value for one field that schedules depend on."""
    field = draw(
        st.sampled_from(
            (
                "duration",
                "after",
                "calendar",
                "deadline",
                "started",
                "finished",
                "owner",
                "title",
                "must_start_on",
            )
        )
    )
    if field == "duration":
        return {"duration": Quantity.parse(draw(st.sampled_from(("0d", "2d", "7d", "3ed", "1emo"))))}
    if field == "after":
        shorter = draw(st.booleans())
        if task.after and shorter:
            return {"after": task.after[1:]}
        link = f"{draw(st.sampled_from(ends))} {draw(st.sampled_from(('FS', 'SS+1d', 'FF', 'FS+50%')))}"
        return {"after": (*task.after, Link.parse(link))}
    if field == "calendar":
        return {"calendar": draw(st.sampled_from((None, *CALENDARS)))}
    if field == "title":
        return {"title": "Another"}
    return {field: draw(st.sampled_from((None, getattr(OTHER, field))))}


@given(tasks())
@settings(max_examples=60)
def test_scheduling_again_changes_nothing(entries: dict[str, Any]) -> None:
    plan = make(entries)
    found = schedule(plan)
    assert picture(schedule(plan)) == picture(found)
    assert picture(schedule(plan, previous=found)) == picture(found)


SWAPPED = {"FS": "FS", "SS": "FF", "FF": "SS", "SF": "SF"}
"""The types of links when time runs backwards."""


@given(st.integers(0, 10_000), st.integers(2, 25))
@settings(max_examples=80)
def test_late_dates_are_the_early_dates_of_the_network_run_backwards(seed: int, size: int) -> None:
    """Counted in working minutes, from the end here and from the start there."""
    rng = random.Random(seed)  # noqa: S311  # a random network
    lengths = {f"t{number}": f"{rng.choice((0, 0, 60, 480, 500, 1440))}min" for number in range(size)}
    links = [
        (
            f"t{pred}",
            f"t{number}",
            rng.choice(("FS", "FS", "SS", "FF", "SF")),
            rng.choice((0, 0, 60, 700, -90)),
        )
        for number in range(size)
        for pred in rng.sample(range(number), min(number, rng.randint(0, 3)))
    ]
    forth: dict[str, Any] = {id_: {"duration": length, "after": []} for id_, length in lengths.items()}
    back: dict[str, Any] = {id_: {"duration": length, "after": []} for id_, length in lengths.items()}
    for pred, succ, type_, lag in links:
        forth[succ]["after"].append(f"{pred} {type_}{lag:+d}min")
        back[pred]["after"].append(f"{succ} {SWAPPED[type_]}{lag:+d}min")
    one, other = schedule(make(forth)), schedule(make(back))
    work = one.calendars["office"].work
    end, start = work(one.finish), work(other.network.start)
    assert end - work(one.network.start) == work(other.finish) - start
    for row in range(size):
        assert end - work(one.late_finish(row)) == work(other.early_start(row)) - start
        assert end - work(one.late_start(row)) == work(other.early_finish(row)) - start


@given(tasks(plain=True), st.data())
@settings(max_examples=80)
def test_a_task_may_wait_until_its_late_start(entries: dict[str, Any], data: st.DataObject) -> None:
    """Also where calendars differ and lags run by the clock: the whole ends no later for it.

    Links from a start are left out: what takes time cannot begin at the end of a period, where they may ask it to.
    """
    for task in entries.values():
        task["after"] = [link for link in task["after"] if " SS" not in link and " SF" not in link]
    before = schedule(make(entries))
    row = data.draw(st.integers(0, len(entries) - 1))
    late = to_datetime(before.late_start(row)).isoformat(timespec="minutes")
    id_ = before.outline.ids[row]
    after = schedule(make({**entries, id_: {**entries[id_], "start-no-earlier-than": late}}))
    assert after.finish == before.finish


@given(tasks(plain=True), st.data())
@settings(max_examples=60)
def test_a_longer_task_ends_nothing_earlier(entries: dict[str, Any], data: st.DataObject) -> None:
    for task in entries.values():  # with leads, and with links to a finish, longer can mean earlier
        task["after"] = [link.replace("-", "+") for link in task["after"] if " FS" in link or " SS" in link]
    id_ = data.draw(st.sampled_from(sorted(entries)))
    entries[id_]["duration"] = data.draw(st.sampled_from(["2h", "6h", "1d"]))
    before = schedule(make(entries))
    after = schedule(make({**entries, id_: {**entries[id_], "duration": "2d"}}))
    for row in range(len(before.outline)):
        assert after.early_finish(row) >= before.early_finish(row)


@given(tasks(plain=True))
@settings(max_examples=60)
def test_late_dates_move_no_task_past_the_end_and_floats_agree_with_them(entries: dict[str, Any]) -> None:
    found = schedule(make(entries))
    assert found.critical_rows
    for row in range(len(found.outline)):
        calendar = found.calendar(row)
        assert found.total_float(row) >= 0
        assert found.late_finish(row) <= found.finish
        assert 0 <= found.free_float(row) <= found.total_float(row)
        assert calendar.work(found.late_finish(row)) - calendar.work(found.early_finish(row)) >= 0
