"""Keys in one burst with the key that opens what they are meant for: none is lost, none acts on something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, plan_file
from tests.tui.terminals import opened
from textual.events import Paste

from transition_planner.tui.commands.help import Help

if TYPE_CHECKING:
    from pathlib import Path

LONGER = SMALL.replace("duration: 2d", "duration: 3d")
"""The plan with a longer look."""


@pytest.mark.parametrize(
    "keys",
    [
        (":", *"look", "enter", "+"),
        ("e", "escape", ":", *"look", "enter", "+"),
        ("/", *"look", "enter", "+"),
        ("r", "f2", ":", *"look", "enter", "+"),
        ("?", *"undo", "escape", "escape", ":", *"look", "enter", "+"),
        ("ctrl+p", *"look", "escape", ":", *"look", "enter", "+"),
        (":", *"look", "enter", "e", *"3d", "enter"),
        (":", *"look", "enter", *"+++--"),
        ("T", "escape", ":", *"look", "enter", "+"),
    ],
)
@driven
async def test_keys_after_one_that_opens_something_are_for_that(keys: tuple[str, ...]) -> None:
    async with seated() as seat:
        await seat.burst(*keys)
        assert seat.state.cursor == "look"
        assert seat.text == LONGER


@driven
async def test_letters_for_a_line_run_no_commands() -> None:
    async with seated() as seat:
        await seat.burst("?", *"daxJ+q")
        assert isinstance(seat.app.screen, Help)
        assert seat.app.screen.line().value == "daxJ+q"
        assert seat.text == SMALL


@driven
async def test_a_task_is_added_and_worked_on_in_one_go() -> None:
    async with seated() as seat:
        await seat.burst("j", "a", *"Ask again", *("down",) * 2, "ctrl+u", *"3d", "enter")
        await seat.burst("l", *"draft FS+1d", "enter", "+")
        assert (
            "ask-again:\n        title: Ask again\n        duration: 4d\n        after: [draft FS+1d]"
            in seat.text
        )


@driven
async def test_what_is_pasted_behind_a_key_goes_where_that_leads() -> None:
    async with seated() as seat:
        seat._send(":")
        seat.app.post_message(Paste("look"))
        await seat.burst("enter", "+")
        assert seat.text == LONGER


@driven
async def test_the_second_enter_of_a_quick_hand_is_for_the_plan() -> None:
    async with seated() as seat:
        await seat.burst(":", *"look", "enter", "enter", "escape", "+")
        assert seat.text == LONGER


def test_a_terminal_may_send_all_at_once(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    with opened(path) as terminal:
        terminal.write(b"\r:look\r+?daxq\x15?:look\r\x13q")
        terminal.wait(lambda _seen: terminal.process.poll() is not None)
    assert path.read_text("utf-8") == LONGER
