"""Dialogs on a terminal of 40 by 10."""

from __future__ import annotations

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL, STUDY

SIZE = (40, 10)


@driven
async def test_what_was_typed_wrongly_in_a_prompt_is_told() -> None:
    async with seated(size=SIZE) as seat:
        await seat.press("down", "b", "ctrl+u", *"soon", "enter")
        assert any("'soon' is not a date" in line for line in seat.lines())


@driven
async def test_what_was_typed_wrongly_in_the_form_is_told() -> None:
    async with seated(size=SIZE) as seat:
        await seat.press("down", "e", *"soon")
        await seat.pilot.pause(0.15)
        page = seat.lines()
        assert any("'soon' is not a duration" in line for line in page)
        assert any("soon  " in line and "Duration" in line for line in page)


@driven
async def test_several_hits_are_seen() -> None:
    async with seated(STUDY, size=SIZE) as seat:
        await seat.press(":")
        ids = seat.state.schedule.outline.ids[:4]
        page = " ".join(seat.lines())
        assert all(id_ in page for id_ in ids)


@driven
async def test_a_very_long_title_leaves_room_for_the_dialog() -> None:
    title = "Hear the pupils and their parents " * 30
    async with seated(SMALL.replace("en: Ask", f"en: {title}"), size=SIZE) as seat:
        await seat.press("down", "l")
        page = " ".join(" ".join(seat.lines()).split())
        assert "pupils and t…” waits for" in page
        assert "decide" in page
        await seat.press("escape", "e")
        assert any("Duration" in line for line in seat.lines())
