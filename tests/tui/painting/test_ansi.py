"""Themes of the terminal's own colours, in the palettes that terminals come with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich.color import ColorType
from tests.tui.driving import driven, seated

from transition_planner.tui.painting.contrast import contrast
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.styles import palette_of

if TYPE_CHECKING:
    from transition_planner.tui.painting.contrast import Rgb

SHAPES = {Ink.NORMAL, Ink.SUMMARY, Ink.FLOAT, Ink.TODAY, Ink.LINK, Ink.DONE, Ink.DEADLINE}

# The sixteen colours from black to bright white, as the programs' own documentation or settings give them.
PALETTES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 "
    "7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "vga": "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa "
    "555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff",
    "windows": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc "
    "767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
    "tango": "000000 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf "
    "555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec",
}


def rgb(palette: str, number: int) -> Rgb:
    colour = PALETTES[palette].split()[number]
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
@pytest.mark.parametrize("palette", PALETTES)
def test_text_and_shapes_stand_out_from_the_terminals_ground(theme: str, palette: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            seat.app.theme = theme
            await seat.pilot.pause()
            ground = rgb(palette, 0) if theme == "ansi-dark" else (255, 255, 255)
            styles = palette_of(seat.app)
            for ink in set(Ink) - {Ink.RULE}:
                style = styles.style(ink, Ground.PLAIN)
                assert style.color is not None
                if style.color.type is ColorType.DEFAULT:
                    continue  # the terminal's own text on its own ground
                found = contrast(rgb(palette, style.color.number or 0), ground)
                assert found >= (3.0 if ink in SHAPES else 4.5), (ink.name, found)

    scenario()


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_cursors_line_is_reversed_in_the_terminals_own_two_colours(theme: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            seat.app.theme = theme
            await seat.pilot.pause()
            for ink in Ink:
                style = palette_of(seat.app).style(ink, Ground.CURSOR)
                assert style.reverse
                assert style.color is not None
                assert style.color.type is ColorType.DEFAULT

    scenario()
