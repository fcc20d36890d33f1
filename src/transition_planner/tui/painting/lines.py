"""A widget whose lines are painted as runs, when it is their turn and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widget import Widget

from transition_planner.tui.painting.finishing import finished
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.styles import palette_of

if TYPE_CHECKING:
    from textual.geometry import Region, Size
    from textual.strip import Strip

    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.painting.styles import Palette


class Lines(Widget):
    """Subclasses paint a line; many changes between two frames cost one painting."""

    ALLOW_SELECT = False

    ground = Ground.PLAIN
    """What is behind all lines."""

    def __init__(self) -> None:
        super().__init__()
        self._strips: dict[tuple[int, Size, Palette], Strip] = {}
        """Lines by y, size and palette: a frame asks for them also when only other widgets have changed."""

    def redraw(self) -> None:
        """Paint all lines again: what they tell has changed."""
        self._strips.clear()
        self.refresh()

    def paint(self, y: int, width: int) -> list[Run]:
        """A line as runs of at most `width` cells in all."""
        raise NotImplementedError

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        # Once for all of them: Textual finds out a widget's size anew each time, in 10 µs.
        size, palette = self.size, palette_of(self.app)
        return finished(self, [self._strip_of(y, size, palette) for y in crop.line_range], crop)

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        return self._strip_of(y, self.size, palette_of(self.app))

    def _strip_of(self, y: int, size: Size, palette: Palette) -> Strip:
        """A line of the screen, drawn where it is not known yet."""
        strip = self._strips.get((y, size, palette))
        if strip is None:
            painted = palette.strip(self.paint(y, size.width))
            strip = painted.adjust_cell_length(size.width, palette.style(Ink.TEXT, self.ground))
            self._strips[y, size, palette] = strip
        return strip
