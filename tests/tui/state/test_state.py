from __future__ import annotations

import pytest
from tests.tui.plans import EMPTY, MODELS, ONE, SMALL, state

from transition_planner.planfile.edits import AddLink, AddTask, EditRefused, RemoveTask, SetField
from transition_planner.schedule.cycle import CycleError
from transition_planner.tui.state.timescale import Zoom


def test_the_cursor_begins_on_the_first_task_and_stays_inside() -> None:
    first = state()
    assert first.cursor == "prepare"
    assert first.moved(-1) is first
    assert first.moved(2).cursor == "draft"
    assert first.moved(100).cursor == "sign"


def test_an_empty_plan_has_no_cursor() -> None:
    empty = state(EMPTY)
    assert empty.cursor is None
    assert empty.row is None
    assert empty.moved(1) is empty
    assert empty.toggled() is empty
    assert empty.edit([AddTask("new", {"title": "New"}, None, None)], "new").cursor == "new"


def test_the_last_task_can_be_removed() -> None:
    assert state(ONE).edit([RemoveTask("only")]).cursor is None


def test_a_task_inside_a_collapsed_phase_is_shown_when_it_is_looked_for() -> None:
    folded = state(at="draft").toggled()
    assert folded.cursor == "prepare"
    assert len(folded.rows) == 4
    found = folded.at("look")
    assert found.cursor == "look"
    assert len(found.rows) == 7


def test_all_phases_fold_and_unfold() -> None:
    folded = state(at="sign").toggled_all()
    assert (len(folded.rows), folded.cursor) == (2, "decide")
    assert len(folded.toggled_all().rows) == 7


def test_an_unknown_task_leaves_the_cursor() -> None:
    found = state(at="draft")
    assert found.at("nothing") is found


def test_an_edit_reschedules_and_keeps_the_cursor() -> None:
    found = state(at="draft").edit([SetField("ask", "duration", "6d")])
    row = found.schedule.outline.row["draft"]
    assert str(found.schedule.first_day(row)) == "2027-01-19"
    assert found.cursor == "draft"
    assert found.history.changed


def test_removing_the_task_under_the_cursor_moves_to_its_place() -> None:
    assert state(at="look").edit([RemoveTask("look")]).cursor == "decide"
    assert state(at="sign").edit([RemoveTask("sign")]).cursor == "agree"


def test_several_edits_are_one_step_to_undo_and_to_redo() -> None:
    before = state(at="ask")
    edited = before.edit([SetField("ask", "duration", "6d"), SetField("ask", "owner", None)])
    again = edited.edit([SetField("ask", "duration", "7d")])
    assert again.undone().history.document.text == edited.history.document.text
    assert again.undone().undone().history.document.text == SMALL
    assert again.undone().undone().redone().history.document.text == edited.history.document.text
    assert again.undone().undone().redone().redone().history.document.text == again.history.document.text


def test_a_new_edit_after_an_undo_is_a_step_of_its_own() -> None:
    edited = state().edit([SetField("ask", "duration", "6d"), SetField("ask", "owner", None)]).undone()
    one = edited.edit([SetField("ask", "duration", "9d")])
    two = one.edit([SetField("ask", "duration", "8d")])
    assert two.undone().history.document.text == one.history.document.text


def test_undo_at_the_beginning_and_redo_at_the_end_do_nothing() -> None:
    found = state()
    assert found.undone().history.document.text == SMALL
    assert found.redone().history.document.text == SMALL


def test_a_circle_is_told_with_its_path_and_nothing_is_changed() -> None:
    found = state()
    with pytest.raises(CycleError) as raised:
        found.edit([AddLink("ask", "draft")])
    assert set(raised.value.path) == {"ask", "draft"}
    assert found.history.document.text == SMALL


def test_a_refused_edit_changes_nothing() -> None:
    with pytest.raises(EditRefused):
        state().edit([SetField("nothing", "duration", "6d")])


def test_models_are_switched_and_the_cursor_stays_where_it_can() -> None:
    found = state(MODELS, at="both")
    assert found.model == "one"
    other = found.in_model("two")
    assert (other.model, other.cursor) == ("two", "both")
    assert found.at("only-one").in_model("two").cursor == "only-two"


def test_an_edit_keeps_the_model() -> None:
    found = state(MODELS, model="two").edit([SetField("both", "duration", "6d")])
    assert found.model == "two"


def test_zoom_is_kept_by_edits() -> None:
    found = state().zoomed(Zoom.YEAR).edit([SetField("ask", "duration", "6d")])
    assert found.zoom is Zoom.YEAR


def test_undo_with_the_cursor_below_and_phases_folded_finds_its_place() -> None:
    edited = state(at="sign").edit([AddTask("last", {"title": "Last"}, "decide", "sign")], "last")
    folded = edited.at("prepare").toggled().at("last")
    assert folded.undone().cursor == "sign"


def test_undo_and_redo_lead_back_to_schedules_of_before_and_compute_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = state(at="ask")
    second = first.edit([SetField("ask", "duration", "8d")])
    third = second.edit([SetField("draft", "duration", "2d"), SetField("ask", "owner", None)])
    monkeypatch.setattr("transition_planner.tui.state.state.schedule", None)
    back = third.undone()
    assert back.schedule is second.schedule
    assert back.undone().schedule is first.schedule
    assert back.undone().redone().redone().schedule is third.schedule


def test_a_schedule_left_long_ago_is_computed_again() -> None:
    first = edited = state(at="ask")
    for days in range(11, 11 + 2 * len(SMALL.splitlines())):
        edited = edited.edit([SetField("ask", "duration", f"{days}d")])
    kept = len(edited.recent)
    while edited.history.can_undo:
        edited = edited.undone()
        assert len(edited.recent) == kept
    assert edited.schedule is not first.schedule
    assert edited.schedule.finish == first.schedule.finish


def test_a_model_left_a_moment_ago_has_its_schedule_still_and_undo_stays_in_the_other() -> None:
    one = state(MODELS, at="both")
    two = one.in_model("two")
    assert two.in_model(one.model).schedule is one.schedule
    undone = two.edit([SetField("both", "duration", "8d")]).undone()
    assert undone.schedule is two.schedule
