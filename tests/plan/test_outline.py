from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.plan.outline import outline, updated
from transition_planner.plan.plan import Plan
from transition_planner.plan.quantity import Quantity

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.task import Task

TASKS: dict[str, Any] = {
    "look": {"tasks": {"visit": {"duration": "5d"}, "deep": {"tasks": {"count": {"duration": "1d"}}}}},
    "join": {"in": ["merger"], "tasks": {"found": {"duration": "8d"}, "ask": {"in": ["merger", "apart"]}}},
    "choose": {"duration": "1d"},
}


def plan(**header: Any) -> Plan:
    return Plan.model_validate(
        {
            "format": 1,
            "id": "6f1c0e1a-0000-4000-8000-000000000000",
            "title": "Test",
            "start": "2027-01-11",
            "models": {"merger": {}, "apart": {"overrides": {"choose": {"duration": "3d"}}}},
            "tasks": TASKS,
            **header,
        }
    )


def replaced(old: Plan, *path: str, **fields: object) -> Plan:
    """The plan with some fields of one task changed."""

    def within(tasks: dict[str, Task], id_: str, *rest: str) -> dict[str, Task]:
        task = tasks[id_]
        change: dict[str, object] = {"tasks": within(task.tasks or {}, *rest)} if rest else fields
        return {**tasks, id_: task.model_copy(update=change)}

    return old.model_copy(update={"tasks": within(old.tasks, *path)})


def same(one: Outline, other: Outline) -> bool:
    tasks = tuple(one.tasks) == tuple(other.tasks)
    return tasks and all(
        getattr(one, name) == getattr(other, name) for name in ("ids", "row", "parent", "depth")
    )


def test_rows_stand_in_file_order_with_their_phases() -> None:
    rows = outline(plan(), "merger")
    assert rows.ids == ("look", "visit", "deep", "count", "join", "found", "ask", "choose")
    assert rows.parent == (-1, 0, 0, 2, -1, 4, 4, -1)
    assert rows.depth == (0, 1, 1, 2, 0, 1, 1, 0)


def test_a_model_has_its_own_tasks_and_the_phases_around_them() -> None:
    assert outline(plan(), "apart").ids == ("look", "visit", "deep", "count", "join", "ask", "choose")


def test_a_phase_with_nothing_in_the_model_is_left_out() -> None:
    tasks = {**TASKS, "join": {"in": ["merger"], "tasks": {"found": {"duration": "8d"}}}}
    assert "join" not in outline(plan(tasks=tasks), "apart").row


def test_overrides_hold_in_their_model_only() -> None:
    for model, days in (("merger", 1), ("apart", 3)):
        rows = outline(plan(), model)
        assert rows.tasks[rows.row["choose"]].duration == Quantity(days, "d")


@pytest.mark.parametrize(
    ("header", "model"), [({}, "merger"), ({"chosen": "apart"}, "apart"), ({"models": {}}, None)]
)
def test_without_a_name_the_chosen_model_is_meant_else_the_first(
    header: dict[str, Any], model: str | None
) -> None:
    assert outline(plan(**header)).model == model


def test_the_leaves_of_a_phase_are_tasks_at_any_depth() -> None:
    rows = outline(plan(), "merger")
    assert [rows.ids[row] for row in rows.leaves(rows.row["look"])] == ["visit", "count"]
    assert list(rows.leaves(rows.row["visit"])) == [rows.row["visit"]]
    assert rows.after(rows.row["look"]) == rows.row["join"]


@pytest.mark.parametrize("model", ["merger", "apart"])
@pytest.mark.parametrize("path", [("look", "deep", "count"), ("look", "visit"), ("choose",)])
def test_after_an_edit_only_the_tasks_it_replaced_are_named(model: str, path: tuple[str, ...]) -> None:
    before = plan()
    after = replaced(before, *path, note="Edited")
    found = updated(outline(before, model), after)
    assert found is not None
    rows, changed = found
    assert same(rows, outline(after, model))
    assert sorted(rows.ids[row] for row in changed) == sorted(path)


def test_an_edit_of_a_task_outside_the_model_names_only_the_phase_around_it() -> None:
    before = plan()
    found = updated(outline(before, "apart"), replaced(before, "join", "found", note="Edited"))
    assert found is not None
    assert [found[0].ids[row] for row in found[1]] == ["join"]


def test_an_edit_keeps_the_models_overrides() -> None:
    before = plan()
    found = updated(outline(before, "apart"), replaced(before, "choose", note="Edited"))
    assert found is not None
    assert found[0].tasks[found[0].row["choose"]].duration == Quantity(3, "d")


def test_rows_that_come_go_or_move_ask_for_a_new_outline() -> None:
    before = plan()
    rows = outline(before, "merger")
    without = before.model_copy(
        update={"tasks": {id_: task for id_, task in before.tasks.items() if id_ != "choose"}}
    )
    assert updated(rows, without) is None
    assert updated(rows, replaced(before, "choose", in_=("apart",))) is None
    assert updated(rows, before.model_copy(update={"tasks": dict(reversed(before.tasks.items()))})) is None
    other = before.models["merger"].model_copy(update={"overrides": {"choose": {"duration": "9d"}}})
    assert updated(rows, before.model_copy(update={"models": {**before.models, "merger": other}})) is None


def test_links_name_rows_by_the_objects_that_the_outline_has() -> None:
    """Read from two texts: their rows are found without comparing these."""
    first, again = (b"hear-pupils".decode() for _ in range(2))
    assert first is not again
    rows = outline(plan(tasks={first: {}, "decide": {"after": [again]}}, models={}))
    (link,) = rows.tasks[1].after
    assert link.task is rows.ids[0]
