"""The palette: inks and grounds as Rich styles of the theme, worked out once a theme."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.strip import Strip

from transition_planner.tui.painting.ansi import ansi_style
from transition_planner.tui.painting.contrast import SHAPE, TEXT, readable
from transition_planner.tui.painting.ink import Ground, Ink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.color import Color as RichColor
    from textual.app import App

    from transition_planner.tui.painting.ink import Run

_INKS = {
    Ink.TEXT: ("foreground", 1.0),
    Ink.FAINT: ("foreground", 0.55),
    Ink.PHASE: ("foreground", 1.0),
    Ink.HEADING: ("foreground", 0.65),
    Ink.CRITICAL: ("text-error", 1.0),
    Ink.NEAR: ("text-warning", 1.0),
    Ink.NORMAL: ("text-primary", 1.0),
    Ink.DONE: ("foreground", 0.5),
    Ink.SUMMARY: ("foreground", 0.6),
    Ink.FLOAT: ("foreground", 0.45),
    Ink.TODAY: ("text-success", 1.0),
    Ink.LINK: ("foreground", 0.85),
    Ink.KEY: ("text-primary", 1.0),
    Ink.DEADLINE: ("foreground", 0.7),
    Ink.MISSED: ("text-error", 1.0),
    Ink.RULE: ("foreground", 0.2),
}
"""Each as a variable of the theme, and how much of it is mixed into the theme's background."""
_GROUNDS = {
    Ground.PLAIN: ("background", "background", 1.0),
    Ground.CLOSED: ("background", "foreground", 0.06),
    Ground.CURSOR: ("background", "primary", 0.28),
    Ground.HEADING: ("background", "surface", 1.0),
    Ground.NOTICE: ("background", "surface", 1.0),
    Ground.FIELD: ("surface", "foreground", 0.06),
}
"""Each as what is below it, what is mixed into that, and how much."""
_VARIABLES = (
    "background",
    "foreground",
    "surface",
    "primary",
    "text-error",
    "text-warning",
    "text-primary",
    "text-success",
)

_BOLD = frozenset({Ink.PHASE, Ink.KEY, Ink.MISSED})
_SHAPES = frozenset({Ink.SUMMARY, Ink.FLOAT, Ink.LINK, Ink.DONE, Ink.DEADLINE})
"""Inks that only shapes are drawn with."""


class Palette:
    """Styles for each pair of ink and ground, from a theme's variables.

    Component classes of Textual's style sheet would say the same, but of each widget anew whenever any style may have
    changed: 2 ms a widget, 45 of the first screen's. A frame has some hundred runs, so each pair is worked out once.
    """

    def __init__(self, variables: dict[str, str], *, dark: bool, no_color: bool) -> None:
        """Make a palette that knows no pair yet.

        Args:
            variables: The theme's colours.
            dark: Whether its background is dark.
            no_color: Whether only greys will be seen.
        """
        self._colours = {name: Color.parse(colour) for name, colour in variables.items()}
        self._dark = dark
        self._no_color = no_color
        self._styles: dict[tuple[Ink, Ground], Style] = {}

    def style(self, ink: Ink, ground: Ground) -> Style:
        """The style of a character."""
        style = self._styles.get((ink, ground))
        if style is None:
            style = self._styles[ink, ground] = self._mixed(ink, ground)
        return style

    def strip(self, painted: Iterable[Run], cells: int | None = None) -> Strip:
        """A line of the screen from runs, which together are `cells` long where that is known."""
        style = self.style
        return Strip([Segment(text, style(ink, ground)) for text, ink, ground in painted], cells)

    def _mixed(self, ink: Ink, ground: Ground) -> Style:
        background, bold = self._colours["background"], ink in _BOLD
        if background.ansi is not None:
            return ansi_style(ink, ground, dark=self._dark, bold=bold)
        if ground is Ground.CURSOR and self._no_color:
            # Greys tell the line under the cursor from the others less than a line must be told.
            return self.style(ink, Ground.PLAIN) + Style(reverse=True)
        front = self._blend("background", *_INKS[ink])
        back = self._blend(*_GROUNDS[ground])
        if ink is not Ink.RULE:
            front = readable(front, back, SHAPE if ink in _SHAPES else TEXT)
        return Style(color=front, bgcolor=back, bold=bold or None)

    def _blend(self, below: str, above: str, share: float) -> RichColor:
        return self._colours[below].blend(self._colours[above], share).rich_color


def palette_of(app: App[Any]) -> Palette:
    """The palette of the theme in force: the same one as long as its colours are the same."""
    colours = tuple(app.theme_variables[name] for name in _VARIABLES)
    return _palette(colours, dark=app.current_theme.dark, no_color=app.no_color)


@cache
def _palette(colours: tuple[str, ...], *, dark: bool, no_color: bool) -> Palette:
    return Palette(dict(zip(_VARIABLES, colours, strict=True)), dark=dark, no_color=no_color)
