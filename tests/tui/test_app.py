"""Looking at a plan: what is on the screen, and the commands that change no plan."""

from __future__ import annotations

import asyncio
import gc
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.tui.driving import driven, seated
from tests.tui.monkey import Monkey
from tests.tui.plans import EMPTY, HEAD, MODELS, ODD, ONE
from textual.events import MouseDown, MouseScrollDown, MouseUp

from transition_planner.checks.run import check
from transition_planner.tui.state.timescale import Zoom

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.geometry import Region


@driven
async def test_the_plan_is_shown_with_its_dates_and_chart() -> None:
    async with seated() as seat:
        lines = seat.lines()
        assert lines[0].startswith(" Small")
        assert "ends 25 Jan 2027" in lines[0]
        assert "4 critical" in lines[0]
        assert "▾ Preparation" in lines[3]
        assert "●      Ask" in lines[4]
        assert "▇▇▇▇▇" in lines[4]
        assert "e Edit" in lines[-1]


@driven
async def test_the_cursor_moves() -> None:
    async with seated() as seat:
        for keys, at in (
            (("down", "down"), "draft"),
            (("j",), "look"),
            (("k", "up"), "ask"),
            (("G",), "sign"),
            (("g",), "prepare"),
            (("end",), "sign"),
            (("home",), "prepare"),
            (("pagedown",), "sign"),
            (("pageup",), "prepare"),
        ):
            await seat.press(*keys)
            assert seat.state.cursor == at


@driven
async def test_no_key_of_many_is_lost() -> None:
    tasks = "".join(f"  t{number}: {{duration: 1d}}\n" for number in range(300))
    async with seated(HEAD + "tasks:\n" + tasks) as seat:
        await seat.burst(*("down",) * 200)
        assert seat.state.cursor == "t200"
        assert 200 in seat.screen.board.table.shown_lines
        assert seat.screen.board.timeline.shown_lines == seat.screen.board.table.shown_lines


def _noted(regions: list[Region], refresh: Callable[..., Any], *given: Region, **how: Any) -> None:
    regions.extend(given)
    refresh(*given, **how)


@driven
async def test_a_move_repaints_two_lines_of_each_pane(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = "".join(f"  t{number}: {{duration: 1d}}\n" for number in range(100))
    async with seated(HEAD + "tasks:\n" + tasks) as seat:
        await seat.press("down", "down")
        asked: dict[Any, list[Region]] = {}
        for pane in (seat.screen.board.table, seat.screen.board.timeline):
            asked[pane] = []
            monkeypatch.setattr(pane, "refresh", partial(_noted, asked[pane], pane.refresh))
        await seat.press("down")
        assert [sorted(region.y for region in regions) for regions in asked.values()] == [[4, 5], [4, 5]]
        assert {region.height for regions in asked.values() for region in regions} == {1}


@driven
async def test_phases_fold_by_key_and_by_mouse() -> None:
    async with seated() as seat:
        await seat.press("down", "space")
        assert [line[3:16] for line in seat.lines()[3:5]] == ["▸ Preparation", "▾ Decision   "]
        await seat.press("o")
        assert len(seat.state.rows) == 7
        await seat.pilot.click(seat.screen.board.table, offset=(3, 2))
        assert len(seat.state.rows) == 4


@driven
async def test_a_click_selects_and_a_double_click_edits() -> None:
    async with seated() as seat:
        await seat.pilot.click(seat.screen.board.timeline, offset=(5, 2 + 5))
        assert seat.state.cursor == "agree"
        await seat.pilot.click(seat.screen.board.table, offset=(9, 2 + 2), times=2)
        await seat.pilot.pause()
        assert seat.state.cursor == "draft"
        assert seat.app.screen is seat.screen.form


@driven
async def test_the_wheel_scrolls_both_panes() -> None:
    tasks = "".join(f"  t{number}: {{duration: 1d}}\n" for number in range(100))
    async with seated(HEAD + "tasks:\n" + tasks) as seat:
        board = seat.screen.board
        for pane in (board.table, board.timeline):
            before = pane.scroll_offset.y
            await seat.pilot._post_mouse_events([MouseScrollDown], pane, offset=(4, 8))
            await seat.pilot.pause()
            assert board.table.scroll_offset.y == board.timeline.scroll_offset.y > before
        assert seat.state.line == 0


@driven
async def test_the_chart_pans_and_zooms() -> None:
    async with seated(size=(80, 24)) as seat:
        timeline = seat.screen.board.timeline
        await seat.press("1")
        assert seat.zoom() is Zoom.DAYS
        await seat.press("right")
        assert timeline.scroll_offset.x > 0
        await seat.press(*["left"] * 9)
        assert timeline.scroll_offset.x == 0
        for key, zoom in zip("23456", list(Zoom)[1:], strict=True):
            await seat.press(key)
            assert seat.zoom() is zoom
        await seat.press("z")
        assert seat.zoom() is Zoom.YEAR
        await seat.press("Z", "Z")
        assert seat.zoom() is Zoom.YEARS
        await seat.press("0")
        assert seat.zoom() is Zoom.WEEKS


@driven
async def test_the_selected_bar_stays_where_it_is_when_one_zooms() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("G", "1", "c")
        timeline = seat.screen.board.timeline
        assert timeline.bar(seat.state.line).first in timeline.window
        await seat.press("2", "1")
        assert timeline.bar(seat.state.line).first in timeline.window


@driven
async def test_today_is_shown_and_can_be_gone_to() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("1", "shift+right", "shift+right", "t")
        timeline = seat.screen.board.timeline
        assert timeline.scale.column(date(2027, 1, 20).toordinal()) in timeline.window
        assert any("┊" in line for line in seat.lines())


@driven
async def test_today_outside_the_plan_is_said() -> None:
    async with seated(HEAD.replace("2027-01-11", "2031-01-06") + "tasks: {one: {duration: 1d}}\n") as seat:
        await seat.press("t")
        assert seat.said == "today lies outside the plan"


@driven
async def test_a_task_is_gone_to_by_a_part_of_its_title() -> None:
    async with seated() as seat:
        await seat.press(":")
        await seat.type("agr")
        await seat.press("enter")
        assert seat.state.cursor == "agree"


@driven
async def test_going_to_a_task_can_be_left() -> None:
    async with seated() as seat:
        await seat.press("slash", "escape")
        assert seat.state.cursor == "prepare"
        assert seat.app.screen is seat.screen


@driven
async def test_models_are_shown_in_turn() -> None:
    async with seated(MODELS) as seat:
        assert "Small · Together" in seat.lines()[0]
        await seat.press("m")
        assert seat.said == "model: Apart"
        assert "Small · Apart" in seat.lines()[0]
        assert "only-two" in "".join(seat.lines())
        await seat.press("m")
        assert seat.state.model == "one"


@driven
async def test_a_plan_without_models_says_so() -> None:
    async with seated() as seat:
        await seat.press("m")
        assert seat.said == "the plan has no other model"


@driven
async def test_a_model_can_be_asked_for() -> None:
    async with seated(MODELS, model="two") as seat:
        assert seat.state.model == "two"


@driven
async def test_findings_are_counted_and_counted_again_after_an_edit() -> None:
    async with seated() as seat:
        await seat.settle()
        assert f"{len(check(seat.state.history.document))} findings" in seat.lines()[0]
        await seat.press("down", "d", "d")
        await seat.settle()
        assert f"{len(check(seat.state.history.document))} findings" in seat.lines()[0]


@pytest.mark.parametrize("text", [EMPTY, ONE, ODD, MODELS])
@pytest.mark.parametrize("size", [(160, 48), (30, 8)])
def test_odd_plans_and_sizes_are_shown(text: str, size: tuple[int, int]) -> None:
    @driven
    async def scenario() -> None:
        async with seated(text, size=size) as seat:
            await seat.press("G", "6", "1", "right", "c", "space")
            seat.lines()

    scenario()


@driven
async def test_an_empty_plan_says_how_to_begin() -> None:
    async with seated(EMPTY) as seat:
        assert any("press a to add one" in line for line in seat.lines())


@driven
async def test_the_size_may_change() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("G")
        await seat.pilot.resize_terminal(160, 48)
        await seat.pilot.pause()
        assert "Register" not in "".join(seat.lines())
        await seat.pilot.resize_terminal(50, 12)
        await seat.pilot.pause()
        assert seat.state.line in seat.screen.board.table.shown_lines


@driven
async def test_the_collector_is_quiet_while_the_app_runs() -> None:
    before = gc.get_threshold()
    async with seated():
        assert gc.get_threshold() == (2000, 1000, 1000)
    assert gc.get_threshold() == before


@driven
async def test_the_language_is_finnish_where_asked() -> None:
    async with seated(language="fi") as seat:
        lines = seat.lines()
        assert lines[0].startswith(" Pieni")
        assert "25.1.2027" in lines[0]
        assert "Valmistelu" in lines[3]


@driven
async def test_a_double_click_beside_the_palette_leaves_the_palette_alone() -> None:
    async with seated() as seat:
        for opening in ((), ("f8",)):
            await seat.press(*opening)
            below = seat.app.screen_stack
            await seat.press("ctrl+p")
            assert len(seat.app.screen_stack) == len(below) + 1
            beside = Monkey(seat, Path(), 0)
            for kind in (MouseDown, MouseUp) * 2:
                beside._mouse(kind, (2, 28))
            await seat.pilot.pause()
            assert seat.app.screen_stack == below


@pytest.mark.parametrize("opening", ["ctrl+p", "ctrl+t"])
@pytest.mark.parametrize("page", ["pagedown", "pageup"])
def test_pages_that_are_turned_before_the_palettes_list_is_there_do_no_harm(opening: str, page: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            for steps in (5, 20):
                seat._send(opening)
                for _ in range(steps):
                    await asyncio.sleep(0)
                seat._send(page)
                await seat.press("escape")
            assert seat.app.screen is seat.screen

    scenario()
