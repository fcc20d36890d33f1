"""Filtering as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL
from textual.events import Paste

if TYPE_CHECKING:
    from tests.tui.driving import Seat


def shown(seat: Seat) -> list[str]:
    state = seat.state
    return [state.schedule.outline.ids[row] for row in state.rows.shown]


@driven
async def test_the_board_shows_what_is_typed_and_the_phases_around_it() -> None:
    async with seated() as seat:
        await seat.press("/", *"dra")
        assert shown(seat) == ["prepare", "draft"]
        assert seat.state.cursor == "draft"
        assert "/dra▏" in seat.lines()[1]
        assert "1 found" in seat.lines()[1]
        await seat.press("backspace", "backspace")
        assert shown(seat) == ["prepare", "draft", "decide", "agree"]


@driven
async def test_enter_keeps_the_filter_and_keys_are_commands_again() -> None:
    async with seated() as seat:
        await seat.press("/", *"draft", "enter", "+")
        assert "duration: 6d\n        after: [ask]" in seat.text
        assert shown(seat) == ["prepare", "draft"]
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_escape_shows_everything_again_with_the_cursor_where_it_is() -> None:
    async with seated() as seat:
        await seat.press("/", *"sign", "enter", "escape")
        assert len(shown(seat)) == 7
        assert seat.state.cursor == "sign"
        await seat.press("escape")
        assert seat.state.cursor == "sign"


@driven
async def test_a_filter_that_means_nothing_loses_neither_cursor_nor_plan() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "/", *"zzz")
        assert shown(seat) == []
        assert "0 found" in seat.lines()[1]
        await seat.press("enter", "+", "e", "escape", "n")
        await seat.press("escape")
        assert seat.state.cursor == "draft"
        assert seat.text == SMALL


@driven
async def test_keys_typed_quickly_all_go_into_the_filter() -> None:
    async with seated() as seat:
        await seat.burst("/", *"add", "enter")
        assert seat.state.wanted == "add"
        assert seat.text == SMALL


@driven
async def test_n_goes_round_what_is_found() -> None:
    async with seated() as seat:
        await seat.press("/", *"critical", "enter")
        assert shown(seat) == ["prepare", "ask", "draft", "decide", "agree", "sign"]
        visited = [seat.state.cursor]
        for _ in range(4):
            await seat.press("n")
            visited.append(seat.state.cursor)
        assert visited == ["ask", "draft", "agree", "sign", "ask"]
        await seat.press("N")
        assert seat.state.cursor == "sign"


@driven
async def test_n_without_a_filter_says_how_to_begin_one() -> None:
    async with seated() as seat:
        await seat.press("n")
        assert seat.said == "nothing is filtered: / begins a filter"


@driven
async def test_what_an_edit_makes_another_stays_on_show_while_it_is_touched() -> None:
    async with seated() as seat:
        await seat.press("/", *"critical", "enter")
        await seat.press("n")
        assert seat.state.cursor == "draft"
        await seat.press("-", "-", "-", "-", "-", "-")
        assert "draft" in shown(seat)
        assert seat.state.cursor == "draft"


@driven
async def test_going_to_a_task_that_is_filtered_away_ends_the_filter() -> None:
    async with seated() as seat:
        await seat.press("/", *"draft", "enter")
        await seat.press(":", *"sign", "enter")
        assert seat.state.cursor == "sign"
        assert seat.state.wanted == ""


@driven
async def test_words_are_deleted_and_the_arrows_move_while_typing() -> None:
    async with seated() as seat:
        await seat.press("/", *"critical ask", "ctrl+w")
        assert seat.state.wanted == "critical"
        await seat.press("down")
        assert seat.state.cursor == "draft"
        await seat.press("up", "ctrl+u")
        assert len(shown(seat)) == 7
        await seat.press("backspace", "j")
        assert seat.state.cursor == "draft"
        assert seat.state.wanted == ""


@driven
async def test_a_text_is_pasted_into_the_filter() -> None:
    async with seated() as seat:
        await seat.press("/")
        seat.app.post_message(Paste("draft\n"))
        await seat.pilot.pause()
        assert seat.state.wanted == "draft"
