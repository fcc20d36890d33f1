"""Lines that look after an edit as before it are not drawn again, and no others."""

from __future__ import annotations

import random

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL, history

from transition_planner.planfile.edits import SetField
from transition_planner.tui.board.alike import alike
from transition_planner.tui.state.state import State
from transition_planner.tui.state.timescale import Zoom


def after(text: str, task: str, field: str, value: str) -> tuple[set[str], set[str]]:
    """The ids of all lines, and of those that an edit leaves alike."""
    before = State.opened(history(text), None, Zoom.WEEKS)
    edited = before.edit([SetField(task, field, value)])
    ids = before.schedule.outline.ids
    lines = alike(before, edited, range(len(before.rows)))
    return set(ids), {ids[before.rows.shown[line]] for line in lines}


def test_what_neither_moves_nor_gains_float_looks_alike() -> None:
    text = """\
format: 1
id: 6f1c0e1a-0000-4000-8000-000000000000
title: Small
start: 2027-01-11
tasks:
  phase:
    tasks:
      long: {duration: 9ed}
      short: {duration: 2ed}
      next: {duration: 1ed, after: [short]}
  other: {duration: 3ed}
  fixed: {duration: 1ed, deadline: 2027-02-01}
"""
    _ids, same = after(text, "short", "duration", "3ed")
    assert same == {"long", "other"}


def test_an_edit_of_a_text_leaves_all_other_tasks_alike() -> None:
    ids, same = after(SMALL, "look", "title", "Another")
    assert "look" not in same
    assert same < ids


@pytest.mark.parametrize("seed", range(4))
def test_the_screen_is_the_same_as_drawn_anew(seed: int) -> None:
    @driven
    async def scenario() -> None:
        rng = random.Random(seed)  # noqa: S311  # keys, not secrets
        async with seated((SMALL, MODELS)[seed % 2], size=(120, 20)) as seat:
            for _ in range(25):
                await seat.press(rng.choice(("+", "+", "-", ">", "j", "k", "u", "d", "space", "ctrl+r", "z")))
                drawn = seat.lines()[1:]  # the first line has the findings, which are counted meanwhile
                for pane in (seat.screen.board.table, seat.screen.board.timeline):
                    pane.redraw()
                seat.screen.board.timeline._bars.clear()
                await seat.pilot.pause()
                assert seat.lines()[1:] == drawn

    scenario()
