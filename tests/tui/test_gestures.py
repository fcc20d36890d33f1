from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.plans import EMPTY, HEAD, MODELS, SMALL, state

from transition_planner.planfile.edits import EditRefused, SetField
from transition_planner.tui import gestures

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.planfile.edits import MoveTask
    from transition_planner.tui.state.state import State


def order(found: State) -> list[str]:
    outline = found.schedule.outline
    return ["  " * depth + id_ for id_, depth in zip(outline.ids, outline.depth, strict=True)]


def done(gesture: Callable[[State], MoveTask], at: str, text: str = SMALL) -> list[str]:
    before = state(text, at)
    return order(before.edit([gesture(before)]))


def test_a_duration_grows_and_shrinks_in_its_own_unit() -> None:
    assert gestures.lengthen(state(at="ask"), 1) == [SetField("ask", "duration", "6d")]
    assert gestures.lengthen(state(at="ask"), -5) == [SetField("ask", "duration", "0d")]
    assert gestures.lengthen(state(at="ask"), -9) == [SetField("ask", "duration", "0d")]
    weeks = HEAD + "tasks: {long: {duration: 1.5w}}\n"
    assert gestures.lengthen(state(weeks), 1) == [SetField("long", "duration", "2.5w")]


def test_a_milestone_gets_a_first_day() -> None:
    assert gestures.lengthen(state(at="agree"), 1) == [SetField("agree", "duration", "1d")]


@pytest.mark.parametrize(("at", "units"), [("prepare", 1), ("agree", -1)])
def test_what_has_no_duration_gets_none(at: str, units: int) -> None:
    with pytest.raises(EditRefused):
        gestures.lengthen(state(at=at), units)


def test_an_empty_plan_says_how_to_begin() -> None:
    with pytest.raises(EditRefused, match="add one first"):
        gestures.row_of(state(EMPTY))


def test_a_task_is_added_below_the_cursor_and_first_in_an_open_phase() -> None:
    assert gestures.place_below(state(at="ask")) == ("prepare", "ask")
    assert gestures.place_below(state(at="prepare")) == ("prepare", None)
    assert gestures.place_below(state(at="prepare").toggled()) == (None, "prepare")
    assert gestures.place_below(state(EMPTY)) == (None, None)


def test_a_phase_is_put_beside_the_phase_or_the_task_under_the_cursor() -> None:
    assert gestures.place_beside(state(at="ask")) == ("prepare", "ask")
    assert gestures.place_beside(state(at="prepare")) == (None, "prepare")
    assert gestures.place_beside(state(EMPTY)) == (None, None)


def test_a_task_added_beside_one_of_some_models_is_in_those() -> None:
    assert gestures.membership(state(MODELS, at="only-one")) == {"in": ["one"]}
    assert gestures.membership(state(MODELS, at="both")) == {}


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Hear the pupils", "hear-the-pupils"),
        ("Äänestä, päätä!", "aanesta-paata"),
        ("Ask", "ask-2"),
        ("計画", "task"),
        ("x" * 90, "x" * 60),
    ],
)
def test_ids_are_made_from_titles(title: str, id_: str) -> None:
    assert gestures.new_id(state().schedule.plan, title) == id_


def test_tasks_move_up_and_down_inside_their_phase() -> None:
    assert done(gestures.move_up, "draft")[:4] == ["prepare", "  draft", "  ask", "  look"]
    assert done(gestures.move_down, "ask")[:4] == ["prepare", "  draft", "  ask", "  look"]


def test_tasks_move_on_into_the_phase_beside() -> None:
    assert done(gestures.move_down, "look")[3:6] == ["decide", "  look", "  agree"]
    assert done(gestures.move_up, "agree")[3:6] == ["  look", "  agree", "decide"]


def test_phases_move_with_their_tasks() -> None:
    assert done(gestures.move_up, "decide")[:4] == ["decide", "  agree", "  sign", "prepare"]
    assert done(gestures.move_down, "prepare") == done(gestures.move_up, "decide")


@pytest.mark.parametrize(
    ("gesture", "at"),
    [
        (gestures.move_up, "ask"),
        (gestures.move_up, "prepare"),
        (gestures.move_down, "sign"),
        (gestures.move_down, "decide"),
        (gestures.indent, "ask"),
        (gestures.indent, "draft"),
        (gestures.indent, "prepare"),
        (gestures.outdent, "prepare"),
    ],
)
def test_moves_that_lead_nowhere_are_refused(gesture: Callable[[State], MoveTask], at: str) -> None:
    with pytest.raises(EditRefused):
        gesture(state(at=at))


def test_a_task_is_indented_into_the_phase_above_and_outdented_behind_it() -> None:
    assert done(gestures.outdent, "ask") == [
        "prepare",
        "  draft",
        "  look",
        "ask",
        "decide",
        "  agree",
        "  sign",
    ]
    before = state(at="ask")
    out = before.edit([gestures.outdent(before)])
    assert order(out.edit([gestures.indent(out)]))[:4] == ["prepare", "  draft", "  look", "  ask"]
    assert done(gestures.indent, "decide") == [
        "prepare",
        "  ask",
        "  draft",
        "  look",
        "  decide",
        "    agree",
        "    sign",
    ]


def test_the_only_task_of_a_phase_stays() -> None:
    text = HEAD + "tasks: {phase: {tasks: {only: {duration: 1d}}}, other: {tasks: {one: {}, two: {}}}}\n"
    for gesture in (gestures.outdent, gestures.move_down):
        with pytest.raises(EditRefused, match="only task of its phase"):
            gesture(state(text, at="only"))


def test_a_move_passes_tasks_of_other_models() -> None:
    text = MODELS + "  last: {duration: 1d}\n"
    before = state(text, at="last", model="one")
    assert order(before.edit([gestures.move_up(before)])) == ["both", "last", "only-one"]


def test_a_new_phase_has_a_first_task() -> None:
    before = state(at="sign")
    made = gestures.added_phase(before.schedule.plan, "close", {"title": "Close"}, None, "decide")
    assert order(before.edit(made, "close"))[-2:] == ["close", "  close-first-task"]
