"""A pane of the board: a heading that stays, and one line for each visible row below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from transition_planner.tui.painting.finishing import finished
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.styles import palette_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from collections.abc import Set as AbstractSet

    from textual.events import Click

    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.painting.styles import Palette

HEADING = 2
"""Lines of the heading."""
_MOST_STRIPS = 4096
"""Drawn lines that are kept: some 10 MB."""


class RowView(ScrollView, can_focus=False):
    """Draws lines from what subclasses paint, and keeps them.

    The board owns the cursor and the scroll position, and tells both panes; a pane changes nothing by itself.
    """

    ALLOW_SELECT = False

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, line: int, *, fold: bool, double: bool) -> None:
            self.line = line
            """The line of the board, not of the screen."""
            self.fold = fold
            """Whether the sign was meant that folds a phase."""
            self.double = double
            """Whether it is the second click in a row."""
            super().__init__()

    class HeadingClicked(Message):
        """The heading was clicked."""

        def __init__(self, view: RowView, x: int) -> None:
            self.view = view
            self.x = x
            """The cell."""
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._palette: Palette | None = None
        """What all lines that are kept were drawn with."""
        self._strips: dict[int, dict[Hashable, Strip]] = {}
        """Lines of this state by their number on the board; those of the heading by -1 and -2."""
        self._kept: dict[tuple[Run, ...], Strip] = {}
        """Lines by what is painted: after an edit most look as before, and a strip that is known keeps its bytes."""
        self._lines = 0

    def keys(self, lines: range) -> list[Hashable]:
        """For each of some lines of the board all that its drawing depends on, besides what `redraw` is called for.

        One call for all lines of a frame: what they have in common is looked up once.
        """
        raise NotImplementedError

    def heading_key(self) -> Hashable:
        """All that the drawing of the heading depends on."""
        raise NotImplementedError

    def painter(self) -> Callable[[int], list[Run]]:
        """What paints a line of the board as runs that fill the pane's width.

        One for all lines of a frame: Textual finds out a widget's size anew each time, in 10 µs.
        """
        raise NotImplementedError

    def paint_heading(self, y: int) -> list[Run]:
        """A line of the heading, 0 or 1."""
        raise NotImplementedError

    def is_fold(self, line: int, x: int) -> bool:  # noqa: ARG002  # what subclasses may have
        """Whether the cell shows the sign that folds a phase."""
        return False

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
        # As a reactive it would lay out the whole screen again (5 ms), but a pane has no scrollbars that depend on it.
        self.set_reactive(Widget.virtual_size, Size(columns, lines + HEADING))
        self.scroll_to(
            x=min(self.scroll_x, self.max_scroll_x),
            y=min(self.scroll_y, self.max_scroll_y),
            animate=False,
            force=True,
        )

    def redraw(self) -> None:
        """Draw everything again: another language is spoken."""
        self._strips.clear()
        self.refresh()

    def redraw_rows(self) -> None:
        """Draw all but the heading again: other rows are on show, or their dates have changed."""
        self._strips = {line: strips for line, strips in self._strips.items() if line < 0}
        self.refresh()

    def redraw_but(self, alike: AbstractSet[int]) -> None:
        """Draw again what is on show of the board but the heading and some lines, and forget what is not."""
        self._strips = {line: strips for line, strips in self._strips.items() if line < 0 or line in alike}
        self.redraw_lines(line for line in self.shown_lines if line not in alike)

    def redraw_heading(self) -> None:
        """Draw the heading again."""
        self.refresh(Region(0, 0, self.size.width, HEADING))

    def redraw_lines(self, lines: Iterable[int]) -> None:
        """Draw some lines of the board again."""
        shown, width = self.shown_lines, self.size.width
        regions = [Region(0, HEADING + line - shown.start, width, 1) for line in lines if line in shown]
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        return self._drawn(range(y, y + 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        return finished(self, self._drawn(crop.line_range), crop)

    def _drawn(self, ys: range) -> list[Strip]:
        """Lines of the screen, drawn where they are not known yet."""
        palette = palette_of(self.app)
        if palette is not self._palette:
            self._forget()
            self._palette = palette
        width, top = self.size.width, self.scroll_offset.y
        heading = [y for y in ys if y < HEADING]
        first = max(ys.start - HEADING, 0) + top
        lines = range(first, max(first, min(ys.stop - HEADING + top, self._lines)))
        strips: list[Strip] = []
        if heading:
            key = self.heading_key()
            for y in heading:
                known = self._strips.get(-1 - y, {}).get(key)
                strips.append(known or self._keep(-1 - y, key, self.paint_heading(y), palette, width))
        paint: Callable[[int], list[Run]] | None = None
        for line, key in zip(lines, self.keys(lines), strict=True):
            known = self._strips.get(line, {}).get(key)
            if known is None:
                paint = paint or self.painter()
                known = self._keep(line, key, paint(line), palette, width)
            strips.append(known)
        if len(strips) < len(ys):
            blank = Strip.blank(width, palette.style(Ink.TEXT, Ground.PLAIN))
            strips += [blank] * (len(ys) - len(strips))
        return strips

    def _forget(self) -> None:
        """Forget all lines."""
        self._strips.clear()
        self._kept.clear()

    def _keep(self, line: int, key: Hashable, runs: list[Run], palette: Palette, width: int) -> Strip:
        """The strip of what is painted, kept by what it depends on."""
        if len(self._kept) >= _MOST_STRIPS:
            self._forget()
        painted = tuple(runs)
        strip = self._kept.get(painted)
        if strip is None:
            strip = self._kept[painted] = palette.strip(painted, width)
        self._strips.setdefault(line, {})[key] = strip
        return strip

    def on_click(self, event: Click) -> None:
        """Tell which row was meant, or which part of the heading."""
        line = self.scroll_offset.y + event.y - HEADING
        if event.y < HEADING:
            self.post_message(self.HeadingClicked(self, event.x))
        elif line < self._lines:
            fold = self.is_fold(line, event.x)
            self.post_message(self.Clicked(line, fold=fold, double=event.chain > 1 and not fold))
