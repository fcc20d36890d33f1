"""The form in use: its preview, completions, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, STUDY
from textual.events import Paste

if TYPE_CHECKING:
    from tests.tui.driving import Seat


async def told(seat: Seat) -> str:
    """The screen, once the form has tried out what was typed."""
    await seat.pilot.pause(0.15)
    return "\n".join(seat.lines())


@driven
async def test_dates_and_finish_change_while_one_types_and_nothing_is_written() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "7")
        assert "'7' is not a duration" in await told(seat)
        await seat.press("d")
        page = await told(seat)
        assert "Mon 11 Jan 2027 → Tue 19 Jan 2027; finish 25 → 27 Jan 2027, +2 d" in page.replace(
            " Jan →", " →"
        )
        assert seat.text == SMALL
        assert not seat.state.history.can_undo
        await seat.press("escape")
        assert seat.text == SMALL
        assert seat.days("ask") == ("2027-01-11", "2027-01-15")


@driven
async def test_a_new_task_is_previewed_too() -> None:
    async with seated() as seat:
        await seat.press("down", "a", *"New")
        assert "Mon 11 Jan 2027 → Mon 11 Jan 2027; the finish stays 25 Jan 2027" in await told(seat)


@driven
async def test_a_circle_is_told_with_its_path_while_one_types() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "down", "down", *"sign")
        page = await told(seat)
        assert "ask → draft → agree → sign → ask would wait for each other" in page
        assert seat.text == SMALL


@driven
async def test_a_link_is_completed_from_a_part_of_the_title() -> None:
    async with seated(STUDY) as seat:
        await seat.press("j", "j", "e", "down", "down", *"open")
        assert "→ opened  Opening" in await told(seat)
        await seat.press("ctrl+u", *"e")
        assert "→ " in await told(seat)
        first = seat.screen.form._candidates[0].id
        await seat.press("ctrl+n")
        second = seat.screen.form._candidates[0].id
        assert first != second
        await seat.press("right")
        assert seat.screen.form.line().value == second
        await seat.type(" SS+2d")
        await seat.press("enter")
        assert f"after: [{second} SS+2d]" in seat.text


@driven
async def test_the_arrow_moves_the_cursor_where_there_is_nothing_to_complete() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "home", "right")
        assert seat.screen.form.line().cursor_position == 1
        assert seat.screen.form.line().value == "5d"


@driven
async def test_any_field_is_reached_and_written() -> None:
    async with seated(STUDY, size=(80, 24)) as seat:
        await seat.press("down", "e", "pagedown", "pagedown")
        while seat.screen.form._body.field.name != "deadline":
            await seat.press("down")
        assert any("Deadline" in line for line in seat.lines())
        await seat.type("2027-03-01 the board")
        await seat.press("enter")
        assert "deadline: {date: 2027-03-01, why: the board}" in seat.text


@driven
async def test_the_fields_go_round_and_can_be_clicked() -> None:
    async with seated() as seat:
        await seat.press("down", "e", "up", "up", "up", "up")
        assert seat.screen.form._body.field.name == "rules"
        await seat.press("tab")
        assert seat.screen.form._body.field.name == "title-fi"
        line = next(y for y, line in enumerate(seat.lines()) if " Owner" in line or " Range" in line)
        await seat.pilot.click(offset=(40, line))
        await seat.pilot.pause()
        assert seat.screen.form._body.field.name == "range"


@driven
async def test_a_phase_has_only_the_fields_that_make_sense_for_it() -> None:
    async with seated() as seat:
        await seat.press("e")
        assert seat.screen.form._body.field.name == "title-fi"
        page = "\n".join(seat.lines())
        assert "Owner" in page
        assert "Duration" not in page
        assert "Progress" not in page


@driven
async def test_what_is_typed_in_one_field_stays_when_another_is_typed_in() -> None:
    async with seated() as seat:
        await seat.press("down", "e")
        await seat.burst(*"6d", "down", *"4d..9d", "up", "down", "enter")
        assert "duration: 6d" in seat.text
        assert "range: 4d..9d" in seat.text


@driven
async def test_a_pasted_text_of_several_lines_and_wide_characters_is_a_title() -> None:
    async with seated() as seat:
        await seat.press("down", "a")
        seat.app.post_message(Paste("音楽学校\n  ja soitto\n"))
        await seat.pilot.pause()
        await seat.press("enter")
        assert "title: 音楽学校 ja soitto" in seat.text
        assert seat.said.startswith("added “音楽学校 ja soitto”; ")


@driven
async def test_a_text_pasted_where_nothing_is_typed_is_told_not_to_count() -> None:
    async with seated() as seat:
        seat.app.post_message(Paste("one\ntwo\n"))
        await seat.pilot.pause()
        assert seat.said == "nothing is being typed: a adds a task"
        assert seat.text == SMALL
