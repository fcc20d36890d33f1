"""The interface's language and colours, changed while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import STUDY
from tests.tui.test_modes import MODES

from transition_planner.locales import set_language
from transition_planner.tui.state.timescale import Zoom

if TYPE_CHECKING:
    from tests.tui.driving import Seat


async def page(seat: Seat) -> str:
    await seat.settle()
    await seat.pilot.pause()
    return "\n".join(seat.lines())


@driven
async def test_all_that_is_on_the_screen_speaks_the_other_language_at_once() -> None:
    async with seated(STUDY, size=(160, 48)) as seat:
        await seat.press("down", "down", "f12")
        spoken = await page(seat)
        await seat.press("e", "escape")
    async with seated(STUDY, size=(160, 48), language="fi") as seat:
        await seat.press("down", "down")
        fresh = await page(seat)
    pairs = zip(spoken.split("\n"), fresh.split("\n"), strict=True)
    assert [(now, then) for now, then in pairs if now != then and "suomi" not in now] == []


@driven
async def test_dialogs_speak_it_too_and_the_way_back_leads_to_the_first() -> None:
    async with seated() as seat:
        await seat.press("e", "escape", "f12", "down", "e")
        assert any("Kesto" in line for line in seat.lines())
        await seat.press("escape", "?")
        assert any("Liikkuminen" in line for line in seat.lines())
        await seat.press("escape", "f12")
        assert "Edit" in seat.lines()[-1]
        assert seat.said == "English"


@pytest.mark.parametrize("mode", MODES)
def test_a_mode_that_is_open_speaks_it_and_stays_open(mode: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated(STUDY) as seat:
            seat.screen.open_mode(mode)
            await seat.press("f12")
            assert seat.screen.mode is not None
            assert seat.screen.mode.id_ == mode
            assert seat.app.screen is seat.screen.mode
            finnish = seat.lines()[0]
            await seat.press("f12")
            assert seat.lines()[0] != finnish
            await seat.press("escape")
            assert seat.app.open_screen is seat.screen

    scenario()
    set_language("en")


@driven
async def test_the_theme_is_chosen_from_a_list() -> None:
    async with seated() as seat:
        await seat.press("ctrl+t")
        await seat.pilot.pause(0.2)
        await seat.type("nord")
        await seat.pilot.pause(0.4)
        await seat.press("enter")
        await seat.pilot.pause(0.2)
        assert seat.app.theme == "nord"
        assert seat.zoom() is not Zoom.DAYS
