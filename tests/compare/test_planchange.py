from __future__ import annotations

from typing import TYPE_CHECKING

from tests.compare.repositories import plan_text

from transition_planner.compare.planchange import FieldChange, Move, plan_change
from transition_planner.planfile.loading import parse

if TYPE_CHECKING:
    from transition_planner.compare.planchange import PlanChange

BEFORE = """
prepare:
  tasks:
    ask: {title: Ask, duration: 5d}
    count: {title: Count, duration: 3d, after: [ask]}
open: {title: Open, after: [count FS+2d]}
"""


def _change(before: str, after: str, head: str = "", new_head: str = "") -> PlanChange:
    return plan_change(parse(plan_text(before, head)), parse(plan_text(after, new_head)))


def test_the_same_plan_has_no_change() -> None:
    assert not _change(BEFORE, BEFORE)


def test_comments_and_layout_are_no_change() -> None:
    after = BEFORE.replace(
        "{title: Open, after: [count FS+2d]}", "{after: ['count  FS+2d'], title: 'Open'} # why"
    )
    assert not _change(BEFORE, after)


def test_tasks_come_and_go() -> None:
    after = BEFORE.replace("open: {title: Open, after: [count FS+2d]}", "close: {duration: 9d, key: true}")
    change = _change(BEFORE, after)
    assert (change.added, change.removed, change.renamed) == (("close",), ("open",), ())


def test_a_renamed_task_is_one_and_its_links_are_no_change() -> None:
    change = _change(BEFORE, BEFORE.replace("count", "work-out"))
    assert change.renamed == (("count", "work-out"),)
    assert (change.added, change.removed, change.fields) == ((), (), ())
    assert change.earlier_ids == {"work-out": "count"}


def test_a_renamed_task_tells_its_changed_field_under_the_new_id() -> None:
    before = "a: {title: Same, duration: 1d, kind: staff}"
    change = _change(before, "b: {title: Same, duration: 2d, kind: staff}")
    assert change.renamed == (("a", "b"),)
    assert change.fields == (FieldChange(("b", "duration"), "1d", "2d"),)


def test_a_renamed_phase_moves_nothing() -> None:
    change = _change(BEFORE, BEFORE.replace("prepare:", "preparation:\n  title: Prepare"))
    assert change.moved == (Move("ask", "prepare", "preparation"), Move("count", "prepare", "preparation"))
    titled = BEFORE.replace("prepare:", "prepare:\n  title: Prepare")
    change = _change(titled, titled.replace("prepare:", "preparation:"))
    assert (change.renamed, change.moved) == ((("prepare", "preparation"),), ())


def test_a_task_in_another_phase_has_moved() -> None:
    after = """
    prepare:
      tasks:
        ask: {title: Ask, duration: 5d}
    count: {title: Count, duration: 3d, after: [ask]}
    open: {title: Open, after: [count FS+2d]}
    """
    assert _change(BEFORE, after).moved == (Move("count", "prepare", None),)


def test_fields_are_told_with_both_values_and_maps_by_their_keys() -> None:
    before = "a: {duration: 1d, deadline: {date: 2027-02-01, why: x}, title: {fi: A, en: B}}"
    after = "a: {note: n, deadline: {date: 2027-03-01, why: x}, title: {fi: A, en: C}}"
    assert _change(before, after).fields == (
        FieldChange(("a", "deadline", "date"), "2027-02-01", "2027-03-01"),
        FieldChange(("a", "duration"), "1d", None),
        FieldChange(("a", "title", "en"), "B", "C"),
        FieldChange(("a", "note"), None, "n"),
    )


def test_a_share_is_told_as_the_file_writes_it() -> None:
    change = _change(
        "a: {duration: 5d, started: 2027-01-11, done: 40%}",
        "a: {duration: 5d, started: 2027-01-11, done: 60%}",
    )
    assert change.fields == (FieldChange(("a", "done"), "40%", "60%"),)


def test_a_date_written_short_or_as_a_map_is_the_same() -> None:
    assert not _change("a: {deadline: 2027-02-01}", "a: {deadline: {date: 2027-02-01}}")


def test_the_plans_own_fields_are_told_by_their_way() -> None:
    change = _change(
        "a: {}", "a: {}", "models: {merger: {}}\n", "chosen: merger\nmodels: {merger: {goal: a}}\n"
    )
    assert change.plan == (
        FieldChange(("models", "merger", "goal"), None, "a"),
        FieldChange(("chosen",), None, "merger"),
    )


def test_the_registers_items_are_told() -> None:
    text = plan_text("a: {}", "register: register.yaml\n")
    old = parse(text, register_text="threats: {U1: {title: Old}}\n")
    new = parse(text, register_text="threats: {U1: {title: New}}\nobjectives: {T1: {title: Aim}}\n")
    assert plan_change(old, new).register == (
        FieldChange(("objectives", "T1"), None, {"title": "Aim"}),
        FieldChange(("threats", "U1", "title"), "Old", "New"),
    )
