from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tests.planfile.journals import left_behind
from tests.tui.plans import SMALL, history, plan_file

from transition_planner.planfile.edits import SetField
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load
from transition_planner.tui.file.logbook import Logbook

if TYPE_CHECKING:
    from pathlib import Path


def test_every_edit_undo_and_redo_can_be_recovered(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    book = Logbook(path)
    start = History.of(load(path))
    edited = start.do(SetField("ask", "duration", "6d")).do(SetField("ask", "owner", None))
    again = edited.do(SetField("look", "duration", "9d"))
    way = [start, edited, again, again.undo(), again.undo().undo(), again.undo().undo().redo()]
    for before, after in pairwise(way):
        book.note(before, after)
        left = left_behind(path)
        assert (left.text if left else SMALL) == after.document.text
    book.discard()
    assert left_behind(path) is None


def test_a_plan_in_memory_has_no_journal() -> None:
    book = Logbook(None)
    start = history(SMALL)
    book.note(start, start.do(SetField("ask", "duration", "6d")))
    book.discard()
