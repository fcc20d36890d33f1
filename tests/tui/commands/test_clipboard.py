"""Tasks copied and pasted."""

from __future__ import annotations

from tests.tui.driving import driven, seated
from tests.tui.plans import EMPTY, HEAD, SMALL


@driven
async def test_a_task_is_copied_below_the_cursor_with_a_new_id() -> None:
    async with seated() as seat:
        await seat.press("p")
        assert seat.said == "nothing was copied"
        await seat.press("down", "down", "y")
        assert seat.said == "1 task copied"
        await seat.press("G", "p")
        assert seat.state.cursor == "draft-2"
        assert seat.said.startswith("pasted; ")
        assert seat.text.endswith(
            "      draft-2:\n        title: {fi: Laadi, en: Draft}\n        duration: 5d\n        after: [ask]\n"
        )
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_several_are_pasted_in_their_order_with_links_among_them() -> None:
    async with seated() as seat:
        await seat.press("down", "v", "v", "y", "escape", "G", "p")
        assert seat.state.schedule.outline.ids[-2:] == ("ask-2", "draft-2")
        task = seat.state.schedule.outline.tasks[-1]
        assert [str(link) for link in task.after] == ["ask-2"]
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_a_phase_is_pasted_with_all_inside_it_as_often_as_one_likes() -> None:
    async with seated() as seat:
        await seat.press(":", *"decide", "enter", "y", "space", "p")
        ids = seat.state.schedule.outline.ids
        assert ids[-3:] == ("decide-2", "agree-2", "sign-2")
        after = [str(link) for link in seat.state.schedule.outline.tasks[-1].after]
        assert after == ["look", "agree-2"]
        assert [str(link) for link in seat.state.schedule.outline.tasks[-2].after] == ["draft"]
        await seat.press("space", "p")
        assert seat.state.schedule.outline.ids[-3:] == ("decide-3", "agree-3", "sign-3")


@driven
async def test_progress_is_not_copied() -> None:
    text = HEAD + "tasks:\n  one: {duration: 5d, started: 2027-01-11, done: 40%, owner: lead}\n"
    async with seated(text) as seat:
        await seat.press("y", "p")
        assert seat.text == text + "  one-2:\n    duration: 5d\n    owner: lead\n"


@driven
async def test_what_was_copied_is_on_the_systems_clipboard_as_text() -> None:
    async with seated() as seat:
        await seat.press("down", "y")
        assert seat.app.clipboard.startswith("ask:  # the members\n  title: ")


@driven
async def test_a_task_that_was_deleted_can_be_pasted_back() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "down", "y", "d", "p")
        assert seat.state.cursor == "look"
        assert "duration: 2d" in seat.text


@driven
async def test_in_an_empty_plan_there_is_nothing_to_copy() -> None:
    async with seated(EMPTY) as seat:
        await seat.press("y")
        assert seat.said == "there is no task yet: add one first"


@driven
async def test_a_reader_copies_but_does_not_paste() -> None:
    async with seated(read_only=True) as seat:
        await seat.press("down", "y")
        assert seat.said == "1 task copied"
        await seat.press("p")
        assert seat.said == "the plan was opened to be read only"
