"""Keys pressed at random: nothing breaks, the dates are those of a fresh schedule, and undo leads to the first text."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL, STUDY

from transition_planner.planfile.loading import parse
from transition_planner.schedule.schedule import schedule

if TYPE_CHECKING:
    from tests.tui.driving import Seat

DEMO = Path(__file__).parents[2] / "plans" / "demo" / "plan.yaml"

KEYS = (
    *("j", "k", "g", "G", "space", "o", "m", "z", "Z", "left", "right", "c", "t", "f12"),
    *("+", "-", ">", "J", "K", "[", "]", "d", "L", "u", "u", "ctrl+r", "v", "V", "ctrl+a", "y", "p"),
    *("e", "a", "A", "l", "x", "b", "%", "R", "i", "D", "F", "S", "T", "/", "n", "N", "w", "f", "r"),
    *("1", "2", "5", "down", "tab", "enter", "enter", "enter", "escape", "escape"),
)


def check(seat: Seat, text: str) -> None:
    """Hold the plan against its own text read anew, and its history against the first text."""
    found = seat.state.schedule
    register = seat.state.history.document.register_text
    fresh = schedule(parse(seat.text, register_text=register).plan, seat.state.model)
    assert fresh.outline.ids == found.outline.ids
    for row in range(len(fresh.outline)):
        assert fresh.early_start(row) == found.early_start(row)
        assert fresh.early_finish(row) == found.early_finish(row)
        assert fresh.late_finish(row) == found.late_finish(row)
    state = seat.state
    while state.history.can_undo:
        state = state.undone()
    assert state.history.document.text == text
    while state.history.can_redo:
        state = state.redone()
    assert (state.history.document.text == seat.text) or seat.state.history.can_redo


@pytest.mark.parametrize(
    ("seed", "text", "steps"),
    [(1, SMALL, 120), (2, MODELS, 120), (3, STUDY, 120), (4, DEMO.read_text("utf-8"), 160)],
    ids=["small", "models", "study", "demo"],
)
def test_random_keys_break_nothing(seed: int, text: str, steps: int) -> None:
    @driven
    async def scenario() -> None:
        rng = random.Random(seed)  # noqa: S311  # keys, not secrets
        async with seated(text) as seat:
            for step in range(1, steps + 1):
                seat._send(rng.choice(KEYS))
                await seat.pilot._wait_for_screen()
                if step % 40 == 0:
                    await seat.pilot.pause()
                    check(seat, text)

    scenario()
