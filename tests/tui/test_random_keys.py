"""Keys pressed at random: nothing breaks, the dates are those of a fresh schedule, and undo leads to the first text."""

from __future__ import annotations

import random

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import MODELS, SMALL

from transition_planner.planfile.loading import parse
from transition_planner.schedule.schedule import schedule

KEYS = (
    *("j", "k", "g", "G", "space", "o", "m", "z", "Z", "left", "right", "c", "t"),
    *("+", "-", ">", "J", "K", "[", "]", "d", "L", "u", "u", "ctrl+r"),
    *("e", "a", "A", "l", "x", "/", "n", "N", "1", "2", "down", "enter", "enter", "escape"),
)


@pytest.mark.parametrize(("seed", "text"), [(1, SMALL), (2, MODELS)])
def test_random_keys_break_nothing(seed: int, text: str) -> None:
    @driven
    async def scenario() -> None:
        rng = random.Random(seed)  # noqa: S311  # keys, not secrets
        async with seated(text) as seat:
            for _ in range(70):
                seat._send(rng.choice(KEYS))
                await seat.pilot._wait_for_screen()
            await seat.pilot.pause()
            found = seat.state.schedule
            fresh = schedule(parse(seat.text).plan, seat.state.model)
            assert fresh.outline.ids == found.outline.ids
            for row in range(len(fresh.outline)):
                assert fresh.early_finish(row) == found.early_finish(row)
                assert fresh.late_finish(row) == found.late_finish(row)
            state = seat.state
            while state.history.can_undo:
                state = state.undone()
            assert state.history.document.text == text

    scenario()
