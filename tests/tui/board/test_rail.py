from __future__ import annotations

from tests.tui.driving import driven, seated
from tests.tui.plans import HEAD
from textual.events import MouseMove, MouseUp

MANY = HEAD + "tasks:\n" + "".join(f"  t{number}: {{duration: 1d}}\n" for number in range(100))


@driven
async def test_the_rail_shows_which_part_of_the_plan_is_on_show() -> None:
    async with seated(MANY) as seat:
        rail = seat.screen.board.rail
        height = rail.size.height
        assert [rail.render_line(y).text for y in (0, height - 1)] == ["▐", " "]
        await seat.press("G")
        assert [rail.render_line(y).text for y in (0, height - 1)] == [" ", "▐"]


@driven
async def test_the_rail_is_empty_where_the_whole_plan_is_on_show() -> None:
    async with seated() as seat:
        rail = seat.screen.board.rail
        assert {rail.render_line(y).text for y in range(rail.size.height)} == {" "}


@driven
async def test_the_rail_is_pulled_by_mouse() -> None:
    async with seated(MANY) as seat:
        board = seat.screen.board
        rail = board.rail
        await seat.pilot.mouse_down(rail, offset=(0, rail.size.height // 2))
        await seat.pilot.pause()
        assert 50 in board.table.shown_lines
        await seat.pilot._post_mouse_events([MouseMove], rail, offset=(0, rail.size.height - 1), button=1)
        await seat.pilot._post_mouse_events([MouseUp], rail, offset=(0, rail.size.height - 1), button=1)
        await seat.pilot.pause()
        assert 99 in board.table.shown_lines
        assert board.table.scroll_offset == (board.table.scroll_offset.x, board.timeline.scroll_offset.y)
        await seat.pilot._post_mouse_events([MouseMove], rail, offset=(0, 1), button=0)
        await seat.pilot.pause()
        assert 99 in board.table.shown_lines
