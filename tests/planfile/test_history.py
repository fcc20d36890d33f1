from __future__ import annotations

from dataclasses import replace

import pytest
from tests.planfile.small import HEAD

from transition_planner.planfile.edits import AddLink, EditRefused, MoveTask, RemoveTask, SetField
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.planfile.splice import spliced

TEXT = HEAD + "tasks:\n  a: {duration: 1d}  # first\n  b: {after: [a]}\n  c: {}\n"


def test_a_new_history_has_nothing_to_undo() -> None:
    history = History.of(parse(TEXT))
    assert not history.can_undo
    assert not history.can_redo
    assert not history.changed
    assert history.undo() is history
    assert history.redo() is history
    assert (history.label, history.redo_label) == ("", "")


def test_edits_are_undone_and_made_again() -> None:
    first = History.of(parse(TEXT))
    second = first.do(SetField("a", "duration", "2d"))
    third = second.do(RemoveTask("c"))
    assert third.label == "remove c"
    assert third.undo().label == "set duration of a"
    assert third.undo().redo_label == "remove c"
    assert third.undo().document == second.document
    assert third.undo().undo().document == first.document
    assert third.undo().undo().redo().document == second.document
    assert third.undo().undo().redo().redo().document == third.document


def test_undo_gives_the_very_plan_back_that_was() -> None:
    first = History.of(parse(TEXT))
    assert first.do(RemoveTask("a")).undo().document.plan is first.document.plan


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = History.of(parse(TEXT)).do(RemoveTask("c")).undo().do(SetField("c", "duration", "2d"))
    assert not history.can_redo
    assert [step.label for step in history.done] == ["set duration of c"]


def test_each_history_tells_the_splices_that_led_to_it() -> None:
    history = History.of(parse(TEXT))
    for step in ("do", "undo", "redo"):
        before = history.document.text
        history = history.do(MoveTask("c", None, None)) if step == "do" else getattr(history, step)()
        assert spliced(before, history.splices) == history.document.text


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History.of(parse(TEXT))
    assert history.do(SetField("a", "duration", "1d")) is history


def test_a_refused_edit_leaves_the_history_alone() -> None:
    history = History.of(parse(TEXT)).do(RemoveTask("c"))
    with pytest.raises(EditRefused):
        history.do(AddLink("a", "c"))
    assert history.label == "remove c"


def test_changed_tells_the_text_from_that_of_the_file() -> None:
    history = History.of(parse(TEXT)).do(SetField("a", "duration", "2d"))
    assert history.changed
    assert not history.undo().changed
    assert not history.do(SetField("a", "duration", "1d")).changed
    saved = history.with_saved(replace(history.document, digest=b"new"))
    assert not saved.changed
    assert saved.undo().changed
    assert saved.undo().document.digest == b"new"


def test_recovered_edits_are_one_step() -> None:
    first = History.of(parse(TEXT))
    lost = first.do(SetField("a", "duration", "2d")).do(RemoveTask("c")).document.text
    history = first.recovered(parse(lost))
    assert history.document.text == lost
    assert history.label == "recover unsaved edits"
    assert history.changed
    assert history.undo().document == first.document


def test_a_history_of_a_long_plan_is_shown_in_a_few_lines() -> None:
    first = History.of(parse(HEAD + "tasks:\n" + "".join(f"  t{n}: {{duration: 1d}}\n" for n in range(500))))
    assert repr(first.document) == (
        "Document(path=None, name='plan.yaml', plan=Plan(id='6f1c0e1a-0000-4000-8000-000000000000', "
        "title='A plan', 500 tasks at the top), bom=False)"
    )
    assert len(repr(first.do(SetField("t7", "duration", "2d")))) < 800
