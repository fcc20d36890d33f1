"""Styles of themes that have only the terminal's own sixteen colours, of which nobody knows how they look.

Blue on black is hardly to be read on most terminals, and yellow on white on none: so each ink has a colour that stands
out in the palettes of xterm, VGA, Windows and Tango, and the cursor's line is reversed, with its signs alone.
"""

from __future__ import annotations

from rich.color import Color
from rich.style import Style

from transition_planner.tui.painting.ink import Ground, Ink

_RED, _BLUE, _MAGENTA = 1, 4, 5
_BRIGHT_RED, _BRIGHT_GREEN, _BRIGHT_YELLOW, _BRIGHT_BLUE, _BRIGHT_CYAN = 9, 10, 11, 12, 14

_ON_DARK = {
    Ink.CRITICAL: _BRIGHT_RED,
    Ink.MISSED: _BRIGHT_RED,
    Ink.NEAR: _BRIGHT_YELLOW,
    Ink.NORMAL: _BRIGHT_BLUE,
    Ink.TODAY: _BRIGHT_GREEN,
    Ink.KEY: _BRIGHT_CYAN,
}
_ON_LIGHT = {
    Ink.CRITICAL: _RED,
    Ink.MISSED: _RED,
    Ink.NEAR: _MAGENTA,
    Ink.NORMAL: _BLUE,
    Ink.KEY: _BLUE,
}


def ansi_style(ink: Ink, ground: Ground, *, dark: bool, bold: bool) -> Style:
    """The style of a character; inks without a colour have that of the terminal's text."""
    if ground is Ground.CURSOR:
        return Style(color=Color.default(), bgcolor=Color.default(), bold=bold, reverse=True)
    number = (_ON_DARK if dark else _ON_LIGHT).get(ink)
    colour = Color.default() if number is None else Color.from_ansi(number)
    return Style(color=colour, bgcolor=Color.default(), bold=bold, dim=ink is Ink.RULE)
