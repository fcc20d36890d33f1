"""The commands that change the plan."""

from __future__ import annotations

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import EMPTY, HEAD, SMALL


@driven
async def test_plus_makes_a_task_longer_and_says_what_that_did() -> None:
    async with seated() as seat:
        await seat.press("down", "+")
        assert seat.text == SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")
        assert seat.days("draft") == ("2027-01-19", "2027-01-25")
        assert seat.said == "finish 25 Jan → 26 Jan 2027, +1 d"
        assert any("finish 25 Jan → 26 Jan 2027, +1 d" in line for line in seat.lines())
        assert "not saved" in seat.lines()[0]


@driven
async def test_undo_takes_it_back_and_redo_does_it_again() -> None:
    async with seated() as seat:
        await seat.press("down", "+", "greater_than_sign", "-", "<")
        edited = seat.text
        await seat.press("u", "ctrl+z", "u", "u")
        assert seat.text == SMALL
        assert "not saved" not in seat.lines()[0]
        await seat.press("u")
        assert seat.said == "nothing to undo"
        await seat.press("ctrl+r", "ctrl+y", "ctrl+r", "ctrl+r")
        assert seat.text == edited
        await seat.press("ctrl+r")
        assert seat.said == "nothing to redo"


@driven
async def test_what_makes_no_sense_is_said() -> None:
    async with seated() as seat:
        await seat.press("+")
        assert seat.said == "a phase lasts as long as its tasks: it has no duration of its own"
        assert seat.text == SMALL


@driven
async def test_a_task_is_edited_in_the_form() -> None:
    async with seated() as seat:
        await seat.press("down", "e")
        assert any("Duration" in line and "5d" in line for line in seat.lines())
        await seat.press("ctrl+u")
        await seat.type("10d")
        await seat.press("enter")
        assert seat.days("draft") == ("2027-01-25", "2027-01-29")
        assert seat.said == "finish 25 Jan → 1 Feb 2027, +5 d"
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_several_fields_of_the_form_are_one_step() -> None:
    async with seated() as seat:
        await seat.press("down", "enter", "ctrl+u", *"6d", "down", *"4d..9d", "up", "up")
        assert seat.screen.form.line().value == "ask"
        await seat.press("ctrl+u")
        await seat.type("ask-all")
        await seat.press("ctrl+s")
        assert seat.state.cursor == "ask-all"
        assert "after: [ask-all]" in seat.text
        assert "range: 4d..9d" in seat.text
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_a_mistake_in_the_form_is_told_there_and_nothing_is_lost() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "ctrl+u")
        await seat.type("eight")
        await seat.press("enter")
        assert any("'eight' is not a duration" in line for line in seat.lines())
        assert seat.app.screen is seat.screen.form
        await seat.press("ctrl+u")
        await seat.type("8d")
        await seat.press("enter")
        assert "duration: 8d" in seat.text


@driven
async def test_a_form_filled_quickly_loses_no_letter() -> None:
    async with seated() as seat:
        await seat.press("down")
        await seat.press("a")
        await seat.burst(*"First", "enter")
        assert "title: First\n        duration: 1d\n" in seat.text
        await seat.press("a")
        await seat.burst(*"New", "down", "down", "ctrl+u", *"3d", "enter")
        assert "title: New\n        duration: 3d\n" in seat.text
        await seat.press("e")
        await seat.burst("ctrl+u", *"4d", "enter")
        assert "title: New\n        duration: 4d\n" in seat.text


@driven
async def test_letters_that_come_at_once_with_the_key_of_the_form_are_no_commands() -> None:
    async with seated() as seat:
        await seat.press("down")
        await seat.type("addd")
        await seat.pilot.pause(0.2)
        assert seat.text == SMALL


@driven
async def test_a_link_typed_quickly_loses_no_letter() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "down")
        await seat.burst("l", *"ask", "enter")
        assert "after: [ask]" in seat.text


@driven
async def test_keys_pressed_twice_leave_a_dialog_once() -> None:
    async with seated() as seat:
        await seat.press("down", "a")
        await seat.type("New")
        for key in ("enter", "enter", "enter"):
            seat._send(key)
        await seat.pilot.pause(0.1)
        await seat.press("escape", "l")
        for key in ("escape", "escape", "escape"):
            seat._send(key)
        await seat.pilot.pause(0.1)
        assert seat.state.schedule.outline.ids.count("new") == 1
        assert seat.app.screen is seat.screen


@driven
async def test_a_circle_in_the_form_is_told_there() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "down", "down")
        await seat.type("sign")
        await seat.press("enter")
        assert any("wait for each other" in line and "sign" in line for line in seat.lines())
        await seat.press("escape")
        assert seat.text == SMALL


@driven
async def test_the_form_can_be_left() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "ctrl+u", "escape")
        assert seat.text == SMALL
        assert seat.app.screen is seat.screen
        await seat.press("e", "enter")
        assert seat.text == SMALL


@driven
async def test_a_task_is_added_below() -> None:
    async with seated() as seat:
        await seat.press("down", "a")
        await seat.type("Hear the pupils")
        await seat.press("enter")
        assert seat.state.cursor == "hear-the-pupils"
        assert seat.state.line == 2
        assert "      hear-the-pupils:\n        title: Hear the pupils\n        duration: 1d\n" in seat.text
        await seat.press("u")
        assert seat.text == SMALL
        assert seat.state.cursor in ("ask", "draft")


@driven
async def test_a_new_task_needs_a_title_and_a_free_id() -> None:
    async with seated() as seat:
        await seat.press("down", "a", "enter")
        assert any("a task needs a title" in line for line in seat.lines())
        await seat.type("New")
        await seat.press("down")
        await seat.type("sign")
        await seat.press("enter")
        assert any("the id sign is taken" in line for line in seat.lines())


@driven
async def test_a_phase_is_added_and_then_its_first_task_as_one_step() -> None:
    async with seated() as seat:
        await seat.press("G", "A")
        await seat.burst(*"Close", "enter", *"Hear the staff", "down", "down")
        assert seat.screen.form._body.field.name == "duration"
        assert any("First task of “Close”" in line for line in seat.lines())
        await seat.type("2d")
        await seat.press("enter")
        assert seat.state.cursor == "hear-the-staff"
        assert seat.text == SMALL + (
            "      close:\n        title: Close\n        tasks:\n"
            "          hear-the-staff:\n            title: Hear the staff\n            duration: 2d\n"
        )
        assert seat.said == "added “Hear the staff”; the finish stays 25 Jan 2027"
        await seat.press("u")
        assert seat.text == SMALL
        await seat.press("ctrl+r")
        assert "hear-the-staff" in seat.text


@driven
async def test_the_first_task_of_a_phase_can_be_left_as_it_is() -> None:
    async with seated() as seat:
        await seat.press("G", "A", *"Close", "enter", "enter")
        assert any("a task needs a title" in line for line in seat.lines())
        await seat.press("escape")
        assert seat.said == "added “Close”; the finish stays 25 Jan 2027"
        assert seat.state.cursor == "close"
        assert seat.state.schedule.outline.ids[-2:] == ("close", "close-first-task")
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_what_is_added_is_told_with_what_it_does_to_the_finish() -> None:
    async with seated() as seat:
        await seat.press("G", "a", *"Hear the staff, the pupils and their parents", "enter")
        assert seat.said == "added “Hear the staff, the pupils an…”; the finish stays 25 Jan 2027"
        await seat.press("A", *"Hear", "enter", "escape", "u")
        assert seat.said == "undone: add hear; the finish stays 25 Jan 2027"


@driven
async def test_the_first_task_of_an_empty_plan_is_added() -> None:
    async with seated(EMPTY) as seat:
        await seat.press("+")
        assert seat.said == "there is no task yet: add one first"
        for key in ("d", "l", "L", "K", "J", "[", "]", "space", "c"):
            await seat.press(key)
        await seat.press("e")
        await seat.type("Begin")
        await seat.press("enter")
        assert seat.state.cursor == "begin"
        assert seat.said == "added “Begin”; the finish is 11 Jan 2027; 1 task became critical"
        await seat.press("d")
        assert seat.said == "deleted (u brings it back); the plan has no tasks any more"
        await seat.press("u", "u")
        assert seat.text == EMPTY


@driven
async def test_a_task_is_deleted_with_its_links_and_comes_back() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "d")
        assert "draft" not in seat.text
        assert seat.state.cursor == "look"
        assert "u brings it back" in seat.said
        await seat.press("u")
        assert seat.text == SMALL


@driven
async def test_a_link_is_made_by_typing() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "down", "l")
        await seat.type("ask FS+1d")
        assert any("ask" in line and "Ask" in line for line in seat.lines())
        await seat.press("enter")
        assert "after: [ask FS+1d]" in seat.text
        assert seat.days("look") == ("2027-01-19", "2027-01-20")


@driven
async def test_hits_are_chosen_with_the_arrows() -> None:
    async with seated() as seat:
        await seat.press("down", "down", "down", "l", "down", "down", "enter")
        # offered are prepare, ask, draft, decide, agree and sign: the third is draft
        assert "after: [draft]" in seat.text


@driven
async def test_a_link_in_a_circle_is_refused_with_its_path() -> None:
    async with seated() as seat:
        await seat.press("down", "l")
        await seat.type("sign")
        await seat.press("enter")
        assert seat.said.startswith("not done: ")
        assert "ask" in seat.said
        assert "sign" in seat.said
        assert seat.text == SMALL


@driven
async def test_no_hit_is_no_link() -> None:
    async with seated() as seat:
        await seat.press("down", "l")
        await seat.type("nothing")
        await seat.press("enter", "escape")
        assert seat.text == SMALL


@driven
async def test_the_only_link_goes_at_once_and_one_of_several_is_asked_for() -> None:
    async with seated() as seat:
        await seat.press("down", "L")
        assert seat.said == "it waits for nothing"
        await seat.press("down", "L")
        assert "after: [ask]" not in seat.text
        await seat.press("G", "L")
        await seat.type("look")
        await seat.press("enter")
        assert "after: [agree]" in seat.text


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        (("down", "J"), ["draft", "ask", "look"]),
        (("down", "down", "K"), ["draft", "ask", "look"]),
        (("down", "["), ["draft", "look", "ask"]),
        (("down", "[", "]"), ["draft", "look", "ask"]),
    ],
)
def test_tasks_are_moved_and_the_cursor_with_them(keys: tuple[str, ...], order: list[str]) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            await seat.press(*keys)
            ids = seat.state.schedule.outline.ids
            assert [id_ for id_ in ids if id_ in order] == order
            assert seat.state.cursor in ("ask", "draft")

    scenario()


@driven
async def test_a_plan_opened_to_be_read_is_not_changed() -> None:
    async with seated(read_only=True) as seat:
        assert "read-only" in seat.lines()[0]
        for key in ("+", "e", "a", "d", "l", "J", "s"):
            await seat.press("down", key)
            assert seat.said == "the plan was opened to be read only"
            assert seat.app.screen is seat.screen
        assert seat.text == SMALL


@driven
async def test_a_task_that_finds_no_time_is_told_and_marked() -> None:
    text = HEAD.replace("roles:", "  rare: {within: office, only: {on: 2027-01-13}}\nroles:")
    async with seated(text + "tasks: {one: {duration: 1d, calendar: rare}}\n") as seat:
        await seat.press("+")
        assert seat.said.startswith("the calendar rare ")
        assert any(line.startswith("✗") and "one" in line for line in seat.lines())
        assert any(line.startswith(" No time") for line in seat.lines())
        await seat.press("u")
        assert not any(line.startswith("✗") for line in seat.lines())


@driven
async def test_the_chart_follows_an_edited_bar() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("G", "1", *["left"] * 9, "+")
        timeline = seat.screen.board.timeline
        assert timeline.bar(seat.state.line).first in timeline.window
