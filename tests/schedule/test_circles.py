"""Where tasks wait for each other in a circle, these and what waits for them have no dates; all else has its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.schedule.conftest import ById
from tests.schedule.networks import KINDS, tasks
from tests.schedule.test_properties import edits, make, picture

from transition_planner.plan.outline import outline
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.driver import driver
from transition_planner.schedule.paths import critical_paths
from transition_planner.schedule.scheduling import schedule
from transition_planner.schedule.why import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan

CIRCLE: dict[str, Any] = {
    "a": {"duration": "1d"},
    "b": {"duration": "2d", "after": ["a", "d"]},
    "c": {"duration": "1d", "after": ["b"]},
    "d": {"duration": "1d", "after": ["c"]},
    "e": {"duration": "30d", "after": ["d"]},
    "f": {"duration": "9d"},
}


@pytest.fixture
def partly(plan_of: Callable[..., Plan]) -> Callable[..., ById]:
    """Schedules what can be of a plan written as a map of tasks."""

    def make(tasks: dict[str, Any], **header: Any) -> ById:
        return ById(schedule(plan_of(tasks, **header), partly=True))

    return make


def undated(found: ById) -> dict[str, str]:
    """The rows without dates, each with its circle."""
    ids = found.schedule.outline.ids
    return {ids[row]: str(circle) for row, circle in sorted(found.schedule.undated.items())}


def test_what_is_before_and_beside_a_circle_has_its_dates(partly: Callable[..., ById]) -> None:
    found = partly(CIRCLE)
    assert undated(found) == dict.fromkeys("bcde", "b → c → d → b")
    assert found.days("a") == ("2027-01-11", "2027-01-11")
    assert found.days("f") == ("2027-01-11", "2027-01-21")
    assert str(found.schedule.last_day_of_all) == "2027-01-21"
    assert found.float_days("a") == found.free_days("a") == 8
    assert found.critical() == {"f"}
    assert critical_paths(found.schedule) == ((found.row["f"],),)


def test_links_are_told_as_they_are_written_also_of_what_has_no_dates(partly: Callable[..., ById]) -> None:
    found = partly(CIRCLE)
    ids = found.schedule.outline.ids
    assert [ids[arc.pred] for arc in found.schedule.predecessors(found.row["b"])] == ["a", "d"]
    assert [ids[arc.succ] for arc in found.schedule.successors(found.row["a"])] == ["b"]
    assert [ids[arc.succ] for arc in found.schedule.successors(found.row["d"])] == ["b", "e"]


def test_why_tells_the_circle(partly: Callable[..., ById]) -> None:
    found = partly({**CIRCLE, "phase": {"tasks": {"x": {"after": ["e"]}, "y": {}}}})

    def said(id_: str) -> str:
        (step,) = why(found.schedule, found.row[id_])
        assert step.driver.kind == driver(found.schedule, found.row[id_]).kind == "circle"
        return step.sentence

    assert said("b") == "“b” has no dates: it waits in a circle, b → c → d → b."
    assert said("e") == "“e” has no dates: it waits for a circle, b → c → d → b."
    assert (
        said("phase")
        == "The phase “phase” has no dates, since a task in it waits for a circle: b → c → d → b."
    )


def test_what_is_done_or_kept_by_hand_has_its_dates_behind_a_circle(partly: Callable[..., ById]) -> None:
    found = partly(
        {
            "x": {"duration": "1d", "after": ["y"]},
            "y": {"duration": "1d", "after": ["x"]},
            "done": {"duration": "1d", "after": ["y"], "started": "2027-01-13", "finished": "2027-01-13"},
            "byhand": {"manual": {"start": "2027-01-14", "finish": "2027-01-14"}, "after": ["y"]},
            "then": {"duration": "1d", "after": ["done", "byhand"]},
            "phase": {
                "manual": {"start": "2027-01-18", "finish": "2027-01-19"},
                "after": ["y"],
                "tasks": {"in": {"duration": "1d"}, "out": {"duration": "1d", "after": ["y"]}},
            },
            "last": {"duration": "1d", "after": ["phase"]},
        }
    )
    assert set(undated(found)) == {"x", "y", "out"}
    assert found.days("then") == ("2027-01-15", "2027-01-15")
    assert found.days("in") == ("2027-01-18", "2027-01-18")
    assert found.days("last") == ("2027-01-20", "2027-01-20")


def test_dates_of_what_has_none_are_not_missed_and_its_work_is_not_critical(
    partly: Callable[..., ById],
) -> None:
    found = partly(
        {
            "x": {"duration": "9d", "after": ["y"], "deadline": "2027-01-11", "must-start-on": "2027-01-11"},
            "y": {"duration": "9d", "after": ["x"], "started": "2027-01-04"},
            "a": {"duration": "1d"},
        }
    )
    row = found.row["x"]
    assert found.schedule.missed(row) == ()
    assert not found.schedule.critical(row)
    assert not found.schedule.near_critical(row)
    assert found.critical() == {"a"}
    assert found.schedule.start == found.schedule.early_start(found.row["a"])


@pytest.mark.parametrize(
    ("entries", "circles"),
    [
        ({"a": {"after": ["a"]}}, ["a → a"]),
        ({"phase": {"tasks": {"a": {"after": ["phase"]}, "b": {}}}}, ["a → phase → a"]),
        ({"phase": {"after": ["a"], "tasks": {"a": {}, "b": {}}}}, ["a → a"]),
        (
            {"p": {"after": ["b"], "tasks": {"a": {}}}, "q": {"after": ["a"], "tasks": {"b": {}}}},
            ["a → b → a"],
        ),
        (
            {"p": {"after": ["q"], "tasks": {"a": {}}}, "q": {"after": ["p"], "tasks": {"b": {}}}},
            ["a → p → b → q → a"],
        ),
        (
            {"a": {"after": ["b"]}, "b": {"after": ["a"]}, "c": {"after": ["d", "b"]}, "d": {"after": ["c"]}},
            ["a → b → a", "c → d → c"],
        ),
        (
            {"a": {"after": ["b"]}, "b": {"after": ["a", "c"]}, "c": {"after": ["b"]}},
            ["a → b → a", "b → c → b"],
        ),
    ],
    ids=[
        "itself",
        "its own phase",
        "a phase its own task",
        "each other's tasks",
        "each other's phases",
        "two circles",
        "a tangle",
    ],
)
def test_each_circle_is_told_once(
    partly: Callable[..., ById], plan_of: Callable[..., Plan], entries: dict[str, Any], circles: list[str]
) -> None:
    found = partly(entries).schedule
    assert [str(circle) for circle in found.circles] == circles
    with pytest.raises(CycleError) as caught:
        schedule(plan_of(entries))
    assert " → ".join(caught.value.path) == circles[0]


def test_a_link_at_a_phase_closes_one_circle_not_one_for_each_task(partly: Callable[..., ById]) -> None:
    found = partly({"p": {"after": ["x"], "tasks": {"a": {}, "b": {}, "c": {}}}, "x": {"after": ["p"]}})
    (circle,) = found.schedule.circles
    ids = found.schedule.outline.ids
    assert [(ids[arc.written], str(arc.link)) for arc in circle.arcs] == [("x", "p"), ("p", "x")]


def test_a_tangle_of_very_many_circles_is_told_in_part(plan_of: Callable[..., Plan]) -> None:
    entries = {f"t{number}": {"after": [f"t{each}" for each in range(40)]} for number in range(40)}
    assert len(schedule(plan_of(entries), partly=True).circles) == 10


def test_nothing_has_dates_where_all_waits_in_a_circle(partly: Callable[..., ById]) -> None:
    found = partly(
        {"a": {"duration": "1d", "after": ["b"]}, "b": {"duration": "1d", "after": ["a"]}}
    ).schedule
    assert set(found.undated) == {0, 1}
    assert found.critical_rows == frozenset()
    assert str(found.last_day_of_all) == "2027-01-11"


def test_an_edit_that_breaks_a_circle_dates_all_and_undoing_it_takes_them_away(
    plan_of: Callable[..., Plan],
) -> None:
    whole, broken = plan_of({**CIRCLE, "b": {"duration": "2d", "after": ["a"]}}), plan_of(CIRCLE)
    before = schedule(broken, partly=True)
    after = schedule(whole, previous=before, partly=True)
    assert after.undated == {}
    assert picture(after) == picture(schedule(whole))
    again = schedule(broken, previous=after, partly=True)
    assert set(again.undated) == set(before.undated)


@st.composite
def tangled(draw: st.DrawFn) -> dict[str, Any]:
    """A plan with some links more, that may lead anywhere."""
    entries = draw(tasks())
    leaves = dict(_leaves(entries))
    ends = [*leaves, *(id_ for id_, entry in entries.items() if "tasks" in entry)]
    more = st.tuples(st.sampled_from(sorted(leaves)), st.sampled_from(sorted(ends)), st.sampled_from(KINDS))
    for succ, pred, kind in draw(st.lists(more, min_size=1, max_size=4)):
        leaves[succ]["after"] = [*leaves[succ]["after"], f"{pred} {kind}"]
    return entries


def _leaves(entries: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for id_, entry in entries.items():
        if "tasks" in entry:
            yield from _leaves(entry["tasks"])
        else:
            yield id_, entry


@given(tangled())
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
def test_the_rest_has_the_dates_it_would_have_without_what_has_none(entries: dict[str, Any]) -> None:
    plan = make(entries)
    found = schedule(plan, partly=True)
    rows = found.outline
    without = {rows.ids[row] for row in found.undated}
    assert {id_ for id_ in without if not rows.tasks[rows.row[id_]].is_phase} == waiting(rows)
    for row in found.undated:
        assert "no dates" in why(found, row)[0].sentence
    rest = schedule(make(reduced(entries, without)))
    # A phase set by hand is there without its tasks, but not in the plan without them.
    assume(all(rows.ids[row] in rest.outline.row for row in found.network.manual_phases))
    seen, expected = picture(found), picture(rest)
    shown = {id_ for id_ in expected if id_ not in without and not rows.tasks[rows.row[id_]].is_phase}
    assert {id_: seen[id_] for id_ in shown} == {id_: expected[id_] for id_ in shown}
    assert found.critical_tasks == {rows.row[rest.outline.ids[row]] for row in rest.critical_tasks}
    assert (found.start, found.finish) == (rest.start, rest.finish)


@given(tangled())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_without_the_last_link_of_each_circle_all_has_dates(entries: dict[str, Any]) -> None:
    plan = make(entries)
    found = schedule(plan, partly=True)
    arcs = [circle.arcs[-1] for circle in found.circles]
    closing = {(found.outline.ids[arc.written], arc.link.task) for arc in arcs}

    def opened(some: dict[str, Any]) -> dict[str, Any]:
        return {
            id_: {
                **entry,
                "after": [link for link in entry.get("after", ()) if (id_, link.split()[0]) not in closing],
                **({"tasks": opened(entry["tasks"])} if "tasks" in entry else {}),
            }
            for id_, entry in some.items()
        }

    assert schedule(make(opened(entries))).undated == {}


def waiting(rows: Outline) -> set[str]:
    """The tasks in circles and those that wait for them, over all links spread from task to task."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    moving: nx.DiGraph[int] = nx.DiGraph()
    for row, task in enumerate(rows.tasks):
        for link in task.after:
            if link.task not in rows.row:
                continue
            pred = rows.row[link.task]
            for leaf in rows.leaves(row):
                for before in rows.leaves(pred):
                    graph.add_edge(before, leaf)
                    if _moves(rows, row, leaf) and not _kept(rows, pred, before):
                        moving.add_edge(before, leaf)
    core = {
        row
        for part in nx.strongly_connected_components(graph)
        for row in part
        if len(part) > 1 or graph.has_edge(row, row)
    }
    reached = core.union(*(nx.descendants(moving, row) for row in core if row in moving))
    return {rows.ids[row] for row in reached}


def _moves(rows: Outline, written: int, leaf: int) -> bool:
    """Whether a link has a say in when a task is: not where the task or a phase up to the link is set by hand."""
    if rows.tasks[leaf].finished or rows.tasks[leaf].manual:
        return False
    return not _kept(rows, written, leaf)


def _kept(rows: Outline, upper: int, leaf: int) -> bool:
    """Whether a phase around a task, up to some row, has its dates set by hand."""
    while leaf != upper:
        leaf = rows.parent[leaf]
        if rows.tasks[leaf].manual is not None:
            return True
    return False


def reduced(entries: dict[str, Any], without: set[str]) -> dict[str, Any]:
    """The plan with the tasks that have no dates left out, and the links that wait for what has none."""
    kept = {}
    for id_, entry in entries.items():
        left = dict(entry)
        left["after"] = [link for link in entry.get("after", ()) if link.split()[0] not in without]
        if "tasks" in entry:
            left["tasks"] = reduced(entry["tasks"], without)
        elif id_ in without:
            left["active"] = False
        kept[id_] = left
    return kept


def test_models_without_the_circle_have_all_their_dates(plan_of: Callable[..., Plan]) -> None:
    plan = plan_of(
        {"a": {"after": ["b"]}, "b": {"after": ["a"], "in": ["merger"]}},
        models={"merger": {}, "separate": {}},
    )
    assert schedule(plan, "merger", partly=True).undated
    assert not schedule(plan, "separate", partly=True).undated
    assert outline(plan, "separate").ids == ("a",)


@given(tangled())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_all_rows_have_places_in_which_only_links_of_circles_lead_back(entries: dict[str, Any]) -> None:
    found = schedule(make(entries), partly=True)
    rank = found.rank
    assert sorted(rank) == list(range(len(found.outline)))
    for row in range(len(found.outline)):
        for arc in found.predecessors(row):
            assert rank[arc.pred] < rank[row] or found.tangled.issuperset((arc.pred, row))


@given(tangled(), st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_after_edits_into_and_out_of_circles_the_schedule_equals_a_fresh_one(
    entries: dict[str, Any], data: st.DataObject
) -> None:
    plan = make(entries)
    found = schedule(plan, partly=True)
    for _ in range(data.draw(st.integers(1, 3))):
        plan = data.draw(edits(plan))
        found, fresh = schedule(plan, previous=found, partly=True), schedule(plan, partly=True)
        ids = found.outline.ids
        without = {ids[row] for row in found.undated}
        assert without == {fresh.outline.ids[row] for row in fresh.undated}
        dated = [
            {id_: told for id_, told in picture(each).items() if id_ not in without}
            for each in (found, fresh)
        ]
        assert dated[0] == dated[1]
        assert (found.start, found.finish) == (fresh.start, fresh.finish)
