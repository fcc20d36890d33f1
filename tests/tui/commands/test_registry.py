from __future__ import annotations

from tests.tui.driving import driven, seated
from textual.keys import _character_to_key

from transition_planner.locales import speaking
from transition_planner.tui.commands.registry import bindings, commands, groups


def test_no_key_does_two_things() -> None:
    keys = [
        _character_to_key(key) if len(key) == 1 else key for command in commands() for key in command.keys
    ]
    assert len(keys) == len(set(keys))


def test_ids_are_unique_and_bound() -> None:
    ids = [command.id for command in commands()]
    assert len(ids) == len(set(ids))
    assert [binding.id for binding in bindings(commands())] == ids


def test_the_footer_shows_at_most_eight() -> None:
    assert sum(command.footer for command in commands()) <= 8


def test_every_command_has_a_key_that_a_terminal_in_a_terminal_can_send() -> None:
    # tmux passes on letters, signs, arrows and ctrl with a letter, but not ctrl or shift with other keys
    for command in commands():
        plain = [key for key in command.keys if "+" not in key.strip("+") or key.startswith("ctrl+")]
        assert plain, command.id


def test_commands_speak_the_language_of_the_moment() -> None:
    with speaking("fi"):
        finnish = [command.does for command in commands()]
    assert len(finnish) == len(commands())
    assert groups()[0].name == "Moving"


@driven
async def test_help_names_every_key() -> None:
    async with seated(size=(100, 120)) as seat:
        await seat.press("?")
        page = "\n".join(seat.lines())
        for command in commands():
            assert command.does in page
            assert command.shown_keys[0] in page
        await seat.press("escape")
        assert seat.app.screen is seat.screen


@driven
async def test_help_scrolls_and_closes_with_its_own_key() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("f1")
        before = seat.lines()
        await seat.press("down", "pagedown")
        assert seat.lines() != before
        await seat.press("up", "pageup")
        assert seat.lines() == before
        await seat.press("?")
        assert seat.app.screen is seat.screen


@driven
async def test_the_palette_finds_a_command() -> None:
    async with seated() as seat:
        await seat.press("down", "ctrl+p")
        await seat.pilot.pause(0.2)
        await seat.type("much longer")
        await seat.pilot.pause(0.4)
        await seat.press("enter")
        await seat.pilot.pause(0.2)
        assert "duration: 10d" in seat.text


@driven
async def test_a_key_of_the_footer_can_be_clicked() -> None:
    async with seated() as seat:
        await seat.press("down")
        at = seat.lines()[-1].index("Longer")
        await seat.pilot.click(offset=(at, seat.app.size.height - 1))
        await seat.pilot.pause()
        assert "duration: 6d" in seat.text
