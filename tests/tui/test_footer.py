from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from textual.events import Click

from transition_planner.tui.footer import Footer

if TYPE_CHECKING:
    from transition_planner.locales import Language


@pytest.mark.parametrize("language", ["en", "fi"])
@driven
async def test_all_eight_stand_in_eighty_columns(language: Language) -> None:
    async with seated(size=(80, 24), language=language) as seat:
        foot = seat.lines()[-1]
        assert [word for word in foot.split() if len(word) == 1] == [*"e+alu?sq"]


@driven
async def test_a_click_that_comes_when_its_screen_is_left_does_nothing() -> None:
    async with seated(size=(80, 24)) as seat:
        await seat.press("w")
        footer = seat.app.screen.query_one(Footer)
        await seat.press("escape")
        for x in range(0, 80, 4):
            footer.post_message(Click(footer, x, 0, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await seat.pilot.pause()
        assert seat.app.screen is seat.screen
        assert seat.said == ""


@driven
async def test_help_and_the_way_out_stay_longest() -> None:
    async with seated(size=(16, 24)) as seat:
        assert seat.lines()[-1].strip() == "? Help  q Quit"
        await seat.press("w")
        assert seat.lines()[-1].strip() == "Esc Back"
