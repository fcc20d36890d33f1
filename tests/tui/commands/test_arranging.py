"""The table's columns, and the order of its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, state

from transition_planner.tui.state.column import all_columns
from transition_planner.tui.state.order import Order

if TYPE_CHECKING:
    from tests.tui.driving import Seat


def shown(seat: Seat) -> list[str]:
    ids = seat.state.schedule.outline.ids
    return [ids[row] for row in seat.state.rows.shown]


@driven
async def test_columns_are_chosen() -> None:
    async with seated(size=(160, 30)) as seat:
        assert seat.lines()[2].split()[:5] == ["Task", "Start", "Finish", "Dur.", "Float"]
        await seat.press("T", "space", "down", "down", "space", "enter")
        assert seat.state.columns == ("id", "owner", "start", "finish", "duration", "float")
        assert seat.lines()[2].split()[:4] == ["Task", "Id", "Owner", "Start"]
        assert "Lead" in seat.lines()[4]
        await seat.press("T", "escape")
        assert seat.lines()[2].split()[:3] == ["Task", "Id", "Owner"]


@driven
async def test_columns_that_do_not_fit_are_left_out_from_the_left() -> None:
    async with seated(size=(80, 30)) as seat:
        seat.screen.show(seat.state.with_columns(("id", "owner", "finish", "float")))
        await seat.pilot.pause()
        assert seat.lines()[2].split()[:3] == ["Task", "Finish", "Float"]


@driven
async def test_the_tasks_of_each_phase_are_sorted_and_the_cursor_stays() -> None:
    async with seated() as seat:
        await seat.press("down", "S", *"total float", "enter")
        assert shown(seat) == ["prepare", "ask", "draft", "look", "decide", "agree", "sign"]
        await seat.press("S", *"total float", "enter")
        assert shown(seat) == ["prepare", "look", "ask", "draft", "decide", "agree", "sign"]
        assert seat.state.cursor == "ask"
        assert "▾Float" in seat.lines()[2]
        assert seat.said == "sorted by: Total float: days before the end moves, last first"
        await seat.press("down")
        assert seat.state.cursor == "draft"
        await seat.press("S", "enter")
        assert shown(seat) == ["prepare", "ask", "draft", "look", "decide", "agree", "sign"]
        assert seat.said == "in the order of the file"


@driven
async def test_a_click_on_a_heading_sorts() -> None:
    async with seated() as seat:
        at = seat.lines()[2].index("Dur.")
        await seat.pilot.click(offset=(at, 2))
        await seat.pilot.pause()
        assert seat.state.order == Order("duration")
        assert shown(seat) == ["decide", "agree", "sign", "prepare", "look", "ask", "draft"]
        await seat.pilot.click(offset=(at, 2))
        await seat.pilot.click(offset=(8, 2))
        await seat.pilot.pause()
        assert seat.state.order is None


@driven
async def test_rows_stay_sorted_after_edits_folds_and_filters() -> None:
    async with seated() as seat:
        seat.screen.show(seat.state.ordered(Order("duration")))
        await seat.press(":", *"look", "enter", ">", ">")
        assert shown(seat)[4:] == ["ask", "draft", "look"]
        assert seat.state.cursor == "look"
        await seat.press("u", "u")
        assert shown(seat)[4:] == ["look", "ask", "draft"]
        await seat.press("space")
        assert shown(seat) == ["decide", "agree", "sign", "prepare"]
        await seat.press("space", "/", *"a", "enter")
        assert shown(seat) == ["decide", "agree", "prepare", "ask", "draft"]
        await seat.press("g", "n")
        assert seat.state.cursor == "agree"
        await seat.press("escape")
        assert seat.text == SMALL


def test_each_column_tells_and_sorts_every_row() -> None:
    schedule = state().schedule
    for column in all_columns():
        told = [column.text(schedule, row) for row in range(len(schedule.outline))]
        keys = [column.key(schedule, row) for row in range(len(schedule.outline))]
        assert len(sorted(keys)) == len(told)
        assert all(len(text) <= column.cells for text in told), column.id
