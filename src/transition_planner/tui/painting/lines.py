"""A widget whose lines are painted as runs, when it is their turn and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widget import Widget

from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.styles import COMPONENTS, Palette

if TYPE_CHECKING:
    from textual.geometry import Region
    from textual.strip import Strip

    from transition_planner.tui.painting.ink import Run


class Lines(Widget):
    """Subclasses paint a line; many changes between two frames cost one painting."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    ALLOW_SELECT = False

    ground = Ground.PLAIN
    """What is behind all lines."""

    def __init__(self) -> None:
        super().__init__()
        self.palette = Palette(self)
        self._strips: dict[tuple[int, int], Strip] = {}
        """Lines by y and width: a frame asks for them also when only other widgets have changed."""

    def redraw(self) -> None:
        """Paint all lines again: what they tell has changed."""
        self._strips.clear()
        self.refresh()

    def paint(self, y: int, width: int) -> list[Run]:
        """A line as runs of at most `width` cells in all."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Forget colours of another theme."""
        super().notify_style_update()
        self.palette.clear()
        self._strips.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region."""
        return self.palette.finished([self.render_line(y) for y in crop.line_range], crop)

    def render_line(self, y: int) -> Strip:
        """A line of the screen."""
        width = self.size.width
        strip = self._strips.get((y, width))
        if strip is None:
            painted = self.palette.strip(self.paint(y, width))
            strip = painted.adjust_cell_length(width, self.palette.style(Ink.TEXT, self.ground))
            self._strips[y, width] = strip
        return strip
