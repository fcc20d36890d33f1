"""A pane of the board: a heading that stays, and one line for each visible row below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from transition_planner.tui.ink import Ground, Ink
from transition_planner.tui.styles import COMPONENTS, Palette

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from textual.events import Click

    from transition_planner.tui.ink import Run

HEADING = 2
"""Lines of the heading."""


class RowView(ScrollView, can_focus=False):
    """Draws lines from what subclasses paint, and keeps them.

    The board owns the cursor and the scroll position, and tells both panes; a pane changes nothing by itself.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, line: int, column: int, *, double: bool) -> None:
            self.line = line
            """The line of the board, not of the screen."""
            self.column = column
            """The cell in the pane, as it is scrolled."""
            self.double = double
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self.palette = Palette(self)
        self._strips: LRUCache[Hashable, Strip] = LRUCache(1024)
        self._lines = 0

    def line_key(self, line: int) -> Hashable:
        """All that the drawing of a line depends on, besides what `redraw` is called for."""
        raise NotImplementedError

    def paint_line(self, line: int) -> list[Run]:
        """A line of the board as runs that fill the pane's width."""
        raise NotImplementedError

    def paint_heading(self, y: int) -> list[Run]:
        """A line of the heading, 0 or 1."""
        raise NotImplementedError

    @property
    def body_height(self) -> int:
        """How many rows are on show."""
        return max(self.size.height - HEADING, 0)

    @property
    def shown_lines(self) -> range:
        """The lines of the board that are on show."""
        top = self.scroll_offset.y
        return range(top, min(top + self.body_height, self._lines))

    def resize_content(self, columns: int, lines: int) -> None:
        """Say how large the whole drawing is."""
        self._lines = lines
        self.virtual_size = Size(columns, lines + HEADING)

    def redraw(self) -> None:
        """Draw everything again: dates, columns or theme have changed."""
        self._strips.clear()
        self.refresh()

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw some lines of the board again."""
        top, width = self.scroll_offset.y, self.size.width
        self.refresh(
            *(Region(0, HEADING + line - top, width, 1) for line in lines if line in self.shown_lines)
        )

    def notify_style_update(self) -> None:
        """Forget colours of another theme."""
        super().notify_style_update()
        self.palette.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        if y < HEADING:
            return self.palette.strip(self.paint_heading(y), self.size.width)
        line = self.scroll_offset.y + y - HEADING
        if line >= self._lines:
            return Strip.blank(self.size.width, self.palette.style(Ink.TEXT, Ground.PLAIN))
        key = self.line_key(line)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.palette.strip(self.paint_line(line), self.size.width)
        return strip

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region.

        Textual's own way copies each strip to add borders and padding; a pane has neither, and without the copies a
        strip keeps what it knows of itself (its division, its colours as bytes) from frame to frame: 40 % less a
        scrolled frame.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        first, last = crop.column_span
        if (first, last) != (0, self.size.width):
            strips = [strip.crop(first, last) for strip in strips]
        return strips

    def on_click(self, event: Click) -> None:
        """Tell the board which row was meant."""
        line = self.scroll_offset.y + event.y - HEADING
        if event.y >= HEADING and line < self._lines:
            self.post_message(self.Clicked(line, self.scroll_offset.x + event.x, double=event.chain > 1))
