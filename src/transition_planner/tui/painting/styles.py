"""The palette: inks and grounds as Rich styles of the theme, looked up once a theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import ANSIToTruecolor
from textual.strip import Strip

from transition_planner.tui.painting.ansi import ansi_style
from transition_planner.tui.painting.contrast import SHAPE, TEXT, readable
from transition_planner.tui.painting.ink import Ground, Ink

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Region
    from textual.widget import Widget

    from transition_planner.tui.painting.ink import Run

INKS = {ink: f"ink--{ink.name.lower()}" for ink in Ink}
GROUNDS = {ground: f"ground--{ground.name.lower()}" for ground in Ground}
COMPONENTS = frozenset({*INKS.values(), *GROUNDS.values()})
"""The component classes that the style sheet colours."""


_SHAPES = frozenset({Ink.SUMMARY, Ink.FLOAT, Ink.LINK, Ink.DONE, Ink.DEADLINE})
"""Inks that only shapes are drawn with."""


class Palette:
    """Styles for each pair of ink and ground, from a widget's component classes.

    Textual resolves a component style in 20 µs and a widget's own style by walking up its ancestors; a frame has some
    hundred runs, so each pair is resolved once and kept until the theme changes.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[Ink, Ground], Style] = {}

    def style(self, ink: Ink, ground: Ground) -> Style:
        """The style of a character."""
        style = self._styles.get((ink, ground))
        if style is None:
            style = self._styles[ink, ground] = self._resolved(ink, ground)
        return style

    def _resolved(self, ink: Ink, ground: Ground) -> Style:
        front = self._widget.get_component_rich_style(INKS[ink])
        back = self._widget.get_component_rich_style(GROUNDS[ground])
        colour = front.color
        if colour is None or back.bgcolor is None:
            return Style(color=colour, bgcolor=back.bgcolor, bold=front.bold)
        if back.bgcolor.triplet is None:
            dark = self._widget.app.current_theme.dark
            return ansi_style(ink, ground, dark=dark, bold=bool(front.bold))
        if ground is Ground.CURSOR and self._widget.app.no_color:
            # Greys tell the line under the cursor from the others less than a line must be told.
            return self.style(ink, Ground.PLAIN) + Style(reverse=True)
        if ink is not Ink.RULE:
            colour = readable(colour, back.bgcolor, SHAPE if ink in _SHAPES else TEXT)
        return Style(color=colour, bgcolor=back.bgcolor, bold=front.bold)

    def strip(self, painted: Iterable[Run], cells: int | None = None) -> Strip:
        """A line of the screen from runs, which together are `cells` long where that is known."""
        style = self.style
        return Strip([Segment(text, style(ink, ground)) for text, ink, ground in painted], cells)

    def finished(self, strips: list[Strip], crop: Region) -> list[Strip]:
        """The lines of a region as a widget's `render_lines` gives them.

        Textual's own way copies each strip to add borders and padding. Our widgets have neither, and without the
        copies a strip keeps what it knows of itself (its division, its colours as bytes) from frame to frame: 40 %
        less a scrolled frame. Nor is there anything to do for the filter that Textual always has on, which makes the
        terminal's sixteen colours into others: our colours are none of those but in themes that leave it off. It
        would copy each new strip, 9 % of a frame in which all are new.
        """
        widget = self._widget
        filters = [each for each in widget.get_line_filters() if not isinstance(each, ANSIToTruecolor)]
        if filters:
            background = widget.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
        first, last = crop.column_span
        if (first, last) != (0, widget.size.width):
            strips = [strip.crop(first, last) for strip in strips]
        return strips

    def clear(self) -> None:
        """Forget the styles: the theme has changed."""
        self._styles.clear()
