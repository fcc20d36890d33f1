from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from rich.color import Color
from tests.tui.driving import driven, seated

from transition_planner.tui.painting.contrast import contrast, readable
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.styles import palette_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.driving import Seat

SHAPES = {Ink.SUMMARY, Ink.FLOAT, Ink.LINK, Ink.DONE, Ink.DEADLINE}


@driven
async def test_text_and_shapes_stand_out_from_their_ground_in_all_themes() -> None:
    async with seated() as seat:
        weak = {}
        for theme in [each for each in seat.app.available_themes if not each.startswith("ansi")]:
            seat.app.theme = theme
            await seat.pilot.pause()
            palette = palette_of(seat.app)
            for ink, ground in product(set(Ink) - {Ink.RULE}, Ground):
                style = palette.style(ink, ground)
                assert style.color is not None
                assert style.bgcolor is not None
                found = contrast(style.color.get_truecolor(), style.bgcolor.get_truecolor())
                if found < (3.0 if ink in SHAPES else 4.5):
                    weak[theme, ink.name, ground.name] = found
        assert weak == {}


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == 21
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    white, grey = Color.from_rgb(255, 255, 255), Color.from_rgb(100, 100, 100)
    assert readable(grey, white, 4.5) == grey
    darker = readable(Color.from_rgb(200, 180, 40), white, 4.5)
    assert contrast(darker.get_truecolor(), (255, 255, 255)) >= 4.5


def test_the_terminals_own_colours_are_left_alone() -> None:
    assert readable(Color.default(), Color.from_rgb(0, 0, 0), 4.5) == Color.default()


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_themes_of_the_terminals_own_colours_are_drawn(theme: str) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            seat.app.theme = theme
            await seat.press("down", "e", "escape")
            assert "Ask" in seat.lines()[4]

    scenario()


@driven
async def test_without_colours_the_signs_still_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with seated() as seat:
        lines = seat.lines()
        assert "●      Ask" in lines[4]
        assert "▇" in lines[4]
        assert "▃" in lines[6]
        strips = seat.app.screen._compositor.render_strips()
        colours = {segment.style.color for strip in strips for segment in strip if segment.style}
        assert all(colour is None or len(set(colour.get_truecolor())) == 1 for colour in colours)


@driven
async def test_without_colours_the_line_of_the_cursor_is_told_by_more_than_a_shade() -> None:
    async with seated() as seat:
        assert not palette_of(seat.app).style(Ink.TEXT, Ground.CURSOR).reverse
        seat.app.no_color = True
        palette = palette_of(seat.app)
        assert palette.style(Ink.TEXT, Ground.CURSOR).reverse
        assert not palette.style(Ink.TEXT, Ground.PLAIN).reverse


def drawn(seat: Seat) -> list[list[tuple[str, str]]]:
    """The whole screen as texts with their styles."""
    strips = seat.app.screen._compositor.render_strips()
    return [[(segment.text, str(segment.style)) for segment in strip.simplify()] for strip in strips]


@pytest.mark.parametrize("keys", [(), ("f5",), ("e",)])
def test_another_theme_colours_all_that_is_on_show(keys: tuple[str, ...], tmp_path: Path) -> None:
    @driven
    async def scenario() -> None:
        async with seated() as seat:
            await seat.settle()
            await seat.press(*keys)
            seat.app.theme = "nord"
            await seat.pilot.pause(0.1)
            changed = drawn(seat)
        memory = tmp_path / "memory.json"
        memory.write_text('{"greeted": true, "theme": "nord"}')
        async with seated(memory=memory) as seat:
            await seat.settle()
            await seat.press(*keys)
            assert changed == drawn(seat)

    scenario()
