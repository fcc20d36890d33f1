"""What all modes have in common."""

from __future__ import annotations

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import EMPTY, SMALL

from transition_planner.tui.commands.switching import mode_commands
from transition_planner.tui.modes.making import made

MODES = [command.id for command in mode_commands() if command.id != "plan"]


@pytest.mark.parametrize("name", MODES)
def test_a_mode_is_left_as_it_was_opened_and_edits_go_through_it(name: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            key = next(command.keys[0] for command in mode_commands() if command.id == name)
            await seat.press("down", "+", key)
            assert seat.screen.mode is not None
            assert seat.screen.mode.id_ == name
            assert seat.lines()[0].startswith(f" {seat.screen.mode.title_now()} · Small")
            await seat.press("u")
            assert seat.text == SMALL
            assert seat.said.startswith("undone: ")
            await seat.press("ctrl+r")
            assert seat.text != SMALL
            await seat.press("escape")
            assert seat.app.screen is seat.screen
            assert seat.state.cursor == "ask"

    scenario()


@pytest.mark.parametrize("name", MODES)
def test_no_key_of_a_mode_does_two_things_and_its_footer_is_short(name: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            mode = made(name, seat.screen)
            own = [key for group in mode.own_groups() for command in group.commands for key in command.keys]
            assert len(own) == len(set(own))
            commands = [command for group in mode.groups for command in group.commands]
            assert sum(command.footer for command in commands) <= 8
            assert len({command.id for command in commands}) == len(commands)

    scenario()


@driven
async def test_f2_leads_back_to_the_plan_from_any_mode() -> None:
    async with seated() as seat:
        for command in mode_commands():
            await seat.press(command.keys[-1])
        await seat.press("f2")
        assert seat.app.screen is seat.screen
        assert seat.screen.mode is None


@driven
async def test_help_in_a_mode_tells_its_keys() -> None:
    async with seated(size=(100, 60)) as seat:
        await seat.press("f", "?")
        page = "\n".join(seat.lines())
        assert "Accept the finding until some day, with a reason." in page
        assert "Keys: Findings" in page
        await seat.press("escape")
        assert seat.app.screen is seat.screen.mode


@driven
async def test_the_program_can_be_left_from_a_mode() -> None:
    async with seated() as seat:
        await seat.press("f", "ctrl+q")
        await seat.pilot.pause()
        assert seat.app.return_code == 0


@pytest.mark.parametrize(
    ("mode", "keys"),
    [
        ("f2", (*"lLbx%RIDFv+-JK[]yp",)),
        ("i", (*"lL+-", "left", "right")),
        ("r", ("enter", "a", "A", "d")),
        ("M", ("enter",)),
        ("f", ("enter", "w")),
    ],
)
@driven
async def test_in_an_empty_plan_a_key_that_can_do_nothing_says_why(mode: str, keys: tuple[str, ...]) -> None:
    async with seated(EMPTY) as seat:
        await seat.press(mode)
        await seat.settle()
        for key in keys:
            seat.screen.say("")
            before = seat.lines()
            await seat.press(key)
            assert seat.said or seat.lines() != before, key
            assert seat.text == EMPTY
