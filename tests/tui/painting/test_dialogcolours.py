from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from transition_planner.tui.painting.contrast import contrast
from transition_planner.tui.painting.dialogcolours import dialog_colours

if TYPE_CHECKING:
    from rich.color import Color as RichColor

THEMES = [name for name in BUILTIN_THEMES if "ansi" not in name]


def _ratio(front: RichColor, back: RichColor) -> float:
    return contrast(front.get_truecolor(), back.get_truecolor())


@pytest.mark.parametrize("theme", THEMES)
def test_texts_of_dialogs_stand_out_from_their_grounds(theme: str) -> None:
    variables = BUILTIN_THEMES[theme].to_color_system().generate()
    surface, panel, primary = (Color.parse(variables[name]) for name in ("surface", "panel", "primary"))
    grounds = (surface, panel, surface.blend(primary, 0.3), panel.blend(primary, 0.3))
    for name, colour in dialog_colours(variables).items():
        weakest = min(_ratio(Color.parse(colour).rich_color, ground.rich_color) for ground in grounds)
        assert weakest >= 4.5, name


def test_the_terminals_own_colours_are_left_alone() -> None:
    variables = BUILTIN_THEMES["ansi-dark"].to_color_system().generate()
    assert dialog_colours(variables)["wrong"] == variables["text-error"]


@pytest.mark.parametrize("theme", ["textual-light", "nord", "solarized-dark"])
@pytest.mark.parametrize("keys", ["l", "ex", "T", "?"])
def test_what_is_drawn_of_a_dialog_can_be_read(theme: str, keys: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            seat.app.theme = theme
            await seat.press("down", *keys)
            await seat.pilot.pause(0.1)
            box = seat.app.screen.query_one(".box").region
            strips = seat.app.screen._compositor.render_strips()[box.y : box.bottom]
            weak = [
                segment.text
                for strip in strips
                for segment in strip.crop(box.x, box.right)
                if segment.style and segment.style.color and segment.style.bgcolor
                if any(map(str.isalnum, segment.text))
                if _ratio(segment.style.color, segment.style.bgcolor) < 4.5
            ]
            assert weak == []

    scenario()
