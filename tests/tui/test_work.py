"""How much work a key makes: lines painted, links routed, tasks visited, frames. Milliseconds are the benchmark's."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, Any

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import STUDY
from textual.app import App
from textual.screen import Screen

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.schedule import passes
from transition_planner.tui.board import table
from transition_planner.tui.chart import timeline
from transition_planner.tui.graph import view
from transition_planner.tui.modes import register
from transition_planner.tui.modes.listing import Listing
from transition_planner.tui.modes.network import NetworkMode
from transition_planner.tui.state import matching
from transition_planner.tui.state.timescale import Timescale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HEAD = """\
format: 1
id: 6f1c0e1a-8a60-4a9e-9c38-0f4c1a1f0001
title: Many
start: 2027-01-11
calendar: office
calendars:
  office:
    week: mon-fri 08:00-16:00
tasks:
"""
LOOSE = HEAD + "".join(f"  task-{number}:\n    duration: {number % 4 + 1}d\n" for number in range(100))
"""Tasks that nothing links: an edit of one leaves the dates of all others."""
LAST = LOOSE + "  last:\n    duration: 30d\n"
LINKED = HEAD + "".join(
    f"  task-{number}:\n    duration: 2d\n" + (f"    after: [task-{number - 1}]\n" if number else "")
    for number in range(100)
)
SIZE = (100, 30)


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """What is done from now on, by what it is."""
    count: Counter[str] = Counter()

    def counting(name: str, done: Callable[..., Any]) -> Callable[..., Any]:
        def counted_too(*arguments: Any, **named: Any) -> Any:
            count[name] += current_thread() is main_thread()  # the findings are looked for in another
            return done(*arguments, **named)

        return counted_too

    with pytest.MonkeyPatch.context() as patch:
        for module, name in (
            (table, "table_row"),
            (timeline, "chart_row"),
            (timeline, "bar"),
            (timeline, "routes"),
            (matching, "_folded"),
            (passes, "place_early"),
            (passes, "place_late"),
            (view, "pictured"),
            (register, "taking_up"),
            (register, "_task"),
        ):
            patch.setattr(module, name, counting(name, getattr(module, name)))
        patch.setattr(Screen, "_refresh_layout", counting("layout", Screen._refresh_layout))
        patch.setattr(App, "_display", counting("frame", App._display))
        patch.setattr(Timescale, "header", counting("header", Timescale.header))
        patch.setattr(Listing, "paint", counting("entry", Listing.paint))
        yield count


@driven
async def test_a_move_of_the_cursor_paints_two_lines_and_back_none() -> None:
    async with seated(LOOSE, size=SIZE) as seat:
        with counted() as count:
            await seat.press("down")
        assert (count["table_row"], count["chart_row"], count["bar"], count["layout"]) == (2, 2, 0, 0)
        with counted() as count:
            await seat.press("up")
        assert (count["table_row"], count["chart_row"], count["layout"]) == (0, 0, 0)


@driven
async def test_scrolling_by_a_line_paints_the_new_line_and_the_one_the_cursor_left() -> None:
    async with seated(LOOSE, size=SIZE) as seat:
        await seat.press("pagedown")
        await seat.press("down")
        with counted() as count:
            await seat.press("down")
        assert (count["table_row"], count["chart_row"], count["bar"], count["layout"]) == (2, 2, 1, 0)


@driven
async def test_a_page_paints_each_new_line_once_and_routes_links_once() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        page = seat.screen.board.page
        await seat.press("pagedown")
        top = seat.screen.board.timeline.shown_lines
        with counted() as count:
            await seat.press("pagedown")
        new = len(set(seat.screen.board.timeline.shown_lines) - set(top))
        assert 0 < new <= page
        assert count["table_row"] <= new + 3  # those the cursor and its relations left
        assert count["chart_row"] <= new + 3
        assert (count["routes"], count["layout"]) == (1, 0)


@driven
async def test_an_edit_paints_only_what_it_changes() -> None:
    async with seated(LAST, size=SIZE) as seat:
        await seat.press("down", "down")
        with counted() as count:
            await seat.press("+")
        assert (count["table_row"], count["chart_row"], count["layout"]) == (1, 1, 0)


@driven
async def test_an_edit_that_moves_the_end_keeps_lines_that_do_not_change() -> None:
    async with seated(LINKED, size=(100, 60)) as seat:
        await seat.press("pagedown", "up", "up", "up")
        lines = seat.screen.board.timeline.shown_lines
        moved = lines.stop - seat.state.line
        before = seat.screen.board.timeline.scale
        with counted() as count:
            await seat.press("+")
        after = seat.screen.board.timeline.scale
        assert after.width > before.width
        assert (count["table_row"], count["layout"]) == (moved, 0)
        assert (count["chart_row"], count["header"]) == (moved, 0)


@driven
async def test_an_edit_far_from_what_is_on_show_paints_the_cursors_line_alone() -> None:
    async with seated(LOOSE, size=SIZE) as seat:
        await seat.press("+", "G")
        with counted() as count:
            await seat.press("u")
        assert count["table_row"] <= 2
        assert count["layout"] == 0


@driven
async def test_keys_that_come_at_once_are_painted_once_and_none_is_lost() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        with counted() as count:
            await seat.burst(*("down",) * 60)
        assert seat.state.line == 60
        assert count["table_row"] <= 2 * seat.screen.board.page
        assert count["layout"] == 0


@driven
async def test_the_network_is_laid_out_anew_only_where_another_part_of_it_is_shown() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        await seat.press(*("down",) * 40, "f3")
        with counted() as count:
            await seat.press("right", "left", "+", "-", "u")
        assert (count["pictured"], count["layout"]) == (0, 0)
        with counted() as count:
            await seat.press("Z")
        assert (count["pictured"], count["layout"]) == (1, 0)


@driven
async def test_only_lines_in_the_window_of_the_network_are_drawn() -> None:
    fan = HEAD + "  a: {}\n" + "".join(f"  b{number}: {{after: [a]}}\n" for number in range(140))
    async with seated(fan, size=SIZE) as seat:
        await seat.press("f3")
        mode = seat.screen.mode
        assert isinstance(mode, NetworkMode)
        picture, marks = mode.view.picture, mode.view._marks
        assert picture is not None
        assert marks is not None
        assert picture.height > 5 * mode.view.size.height
        assert len(marks) <= 4 * mode.view.size.height


@driven
async def test_the_register_goes_once_through_the_tasks_for_each_section_and_tells_only_those_on_show() -> (
    None
):
    text = LOOSE.replace("tasks:\n", "register: register.yaml\ntasks:\n", 1)
    text = text.replace("    duration", "    mitigates: [U1]\n    duration")
    document = parse(text, register_text="threats: {U1: {title: Teachers leave}, U2: {title: No room}}\n")
    async with seated(History.of(document), size=SIZE) as seat:
        with counted() as count:
            await seat.press("f6")
        assert count["taking_up"] == 3  # threats, opportunities, objectives
        assert 0 < count["_task"] <= 2 * SIZE[1]  # painted again when the list has its size
        with counted() as count:
            await seat.press("down")
        assert (count["taking_up"], count["layout"]) == (0, 0)
        assert count["_task"] <= SIZE[1]


@driven
async def test_each_key_is_one_frame() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        await seat.press("1", "pagedown")
        await seat.settle()
        seat.screen._counting = None  # counting the findings after an edit would be a frame of its own
        for key in ("down", "pagedown", "up", "right", "3", "+", "u"):
            with counted() as count:
                await seat.press(key)
            assert count["frame"] == 1, key


@driven
async def test_panning_paints_each_line_of_the_chart_once_and_none_of_the_table() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        await seat.press("1", "pagedown")
        with counted() as count:
            await seat.press("right")
        assert count["chart_row"] == len(seat.screen.board.timeline.shown_lines)
        assert (count["table_row"], count["layout"]) == (0, 0)


@driven
async def test_zooming_paints_each_line_of_the_chart_once_and_none_of_the_table() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        await seat.press("1", "pagedown")
        with counted() as count:
            await seat.press("3")
        assert count["chart_row"] == len(seat.screen.board.timeline.shown_lines)
        assert (count["table_row"], count["layout"]) == (0, 0)


@driven
async def test_a_letter_of_a_filter_searches_titles_that_were_folded_once_and_paints_a_screenful() -> None:
    async with seated(LOOSE, size=SIZE) as seat:
        with counted() as count:
            await seat.press("/", "t")
        assert count["_folded"] == 100
        with counted() as count:
            await seat.press("a")
        assert count["_folded"] == 0
        assert count["table_row"] <= seat.screen.board.page
        assert (count["place_early"], count["layout"]) == (0, 0)


@driven
async def test_an_edit_visits_the_tasks_that_follow_and_no_others() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        for line, behind in ((90, 10), (50, 50)):
            await seat.press("g", *("down",) * line)
            with counted() as count:
                await seat.press("+")
            assert count["place_early"] == behind
    async with seated(LAST, size=SIZE) as seat:
        with counted() as count:
            await seat.press("+")
        assert (count["place_early"], count["place_late"]) == (1, 1)


@driven
async def test_undo_visits_no_task() -> None:
    async with seated(LINKED, size=SIZE) as seat:
        await seat.press("+")
        with counted() as count:
            await seat.press("u", "ctrl+r")
        assert (count["place_early"], count["place_late"]) == (0, 0)


@pytest.mark.parametrize("mode", ["findings", "history", "models", "register", "why"])
def test_a_move_in_a_mode_paints_its_list_once(mode: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated(STUDY, size=SIZE) as seat:
            await seat.press(":", *"opened", "enter", "+", "+")
            await seat.settle()
            seat.screen.open_mode(mode)
            await seat.settle()
            for key in ("down", "up"):
                with counted() as count:
                    await seat.press(key)
                assert 0 < count["entry"] <= SIZE[1]
                assert (count["frame"], count["layout"], count["place_early"]) == (1, 0, 0)
                assert (count["table_row"], count["chart_row"]) == (0, 0)

    scenario()


@pytest.mark.parametrize("mode", ["calendar", "network"])
def test_a_move_in_a_drawn_mode_is_one_frame(mode: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated(STUDY, size=SIZE) as seat:
            await seat.press(":", *"choose", "enter")
            seat.screen.open_mode(mode)
            await seat.settle()
            for key in ("right", "left"):
                with counted() as count:
                    await seat.press(key)
                assert (count["frame"], count["layout"], count["place_early"]) == (1, 0, 0)
                assert (count["table_row"], count["chart_row"]) == (0, 0)

    scenario()
