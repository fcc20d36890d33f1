"""Several tasks marked, and commands that mean all of them."""

from __future__ import annotations

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, STUDY


@driven
async def test_tasks_are_marked_one_by_one_and_shown_so() -> None:
    async with seated() as seat:
        await seat.press("down", "v", "v", "v")
        assert seat.state.marked == {"ask", "draft", "look"}
        assert seat.state.cursor == "decide"
        assert seat.said == "3 tasks marked"
        lines = seat.lines()
        assert "3 marked" in lines[1]
        assert all("▪" in lines[y] for y in (4, 5, 6))
        assert "▪" not in lines[7]
        await seat.press("k", "v")
        assert seat.state.marked == {"ask", "draft"}
        await seat.press("escape")
        assert seat.state.marked == frozenset()
        assert "▪" not in "".join(seat.lines())


@driven
async def test_a_range_is_marked() -> None:
    async with seated() as seat:
        await seat.press("down", "V", "down", "V")
        assert seat.state.marked == {"ask", "draft", "look"}
        await seat.press("escape", "G", "v", "g", "down", "V")
        assert seat.state.marked == {"ask", "draft", "look", "decide", "agree", "sign"}


@driven
async def test_all_that_the_filter_means_are_marked_and_unmarked() -> None:
    async with seated() as seat:
        await seat.press("/", *"critical", "enter", "ctrl+a")
        assert seat.state.marked == {"ask", "draft", "agree", "sign"}
        await seat.press("escape")
        assert seat.state.marked == {"ask", "draft", "agree", "sign"}
        await seat.press("ctrl+a")
        assert seat.state.marked == {"ask", "draft", "look", "agree", "sign"}
        await seat.press("ctrl+a")
        assert seat.state.marked == frozenset()


@driven
async def test_durations_of_marked_tasks_change_as_one_step() -> None:
    async with seated() as seat:
        await seat.press("down", "v", "v", "+")
        assert seat.text.count("duration: 6d") == 2
        await seat.press("u")
        assert seat.text == SMALL
        await seat.press("ctrl+r")
        assert seat.text.count("duration: 6d") == 2
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_marked_tasks_are_deleted_as_one_step() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "v", "v", "d")
        assert seat.state.schedule.outline.ids == ("prepare", "ask", "decide", "agree", "sign")
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_a_phase_marked_with_its_tasks_is_deleted_once() -> None:
    async with seated() as seat:
        await seat.press("v", "v", "v", "d")
        assert seat.state.schedule.outline.ids == ("decide", "agree", "sign")
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_marked_tasks_are_edited_together_in_one_form() -> None:
    async with seated() as seat:
        await seat.press("down", "v", "v", "v", "e")
        page = "\n".join(seat.lines())
        assert "3 tasks together" in page
        assert "Title" not in page
        assert "(they differ)" in page
        while seat.screen.form._body.field.name != "owner":
            await seat.press("down")
        await seat.burst("ctrl+u", *"lead", "enter")
        assert seat.text.count("owner: lead") == 3
        assert seat.text.count("duration: 5d") == 2
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_progress_and_links_mean_all_marked_tasks() -> None:
    async with seated() as seat:
        await seat.press("down", "v", "down", "v", "%", *"50%", "enter")
        assert seat.text.count("done: 50%") == 2
        await seat.press("u", "l", *"draft", "enter")
        assert seat.said.startswith("not done: ")
        await seat.press("escape", "down", "v", "v")
        assert seat.state.marked == {"agree", "sign"}
        await seat.press("l", *"ask", "enter")
        assert "after: [draft, ask]" in seat.text
        assert "after: [agree, look, ask]" in seat.text
        await seat.press("L", *"ask", "enter")
        assert seat.text == SMALL


@driven
async def test_marks_of_another_model_mean_nothing_there() -> None:
    async with seated(STUDY) as seat:
        await seat.press(":", *"licence", "enter", "v", "m")
        assert "marked" not in seat.lines()[1]
        assert seat.state.selected == (seat.state.cursor,)
        await seat.press("m")
        assert seat.state.selected == ("licence",)
