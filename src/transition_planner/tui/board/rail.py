"""The rail at the board's right edge: which part of the plan is on show, and a way to another one by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines

if TYPE_CHECKING:
    from textual.events import MouseDown, MouseMove, MouseUp

    from transition_planner.tui.painting.ink import Run

_THUMB = "▐"


class Rail(Lines):
    """One cell wide, empty where the whole plan is on show.

    Textual's scrollbar is laid out anew whenever the number of rows changes (5 ms), and drawn line by line in each
    frame that scrolls (1.5 ms).
    """

    class Pulled(Message):
        """The thumb was put somewhere else."""

        def __init__(self, line: int) -> None:
            self.line = line
            """The line of the board that is to be in the middle."""
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._thumb = range(0)
        self._total = 0

    def show(self, lines: range, total: int) -> None:
        """Show which lines of the board, of how many, are on show."""
        self._total = total
        thumb = self._thumb_of(lines)
        if thumb != self._thumb:
            self._thumb = thumb
            self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:
        """A cell of the rail."""
        return [((_THUMB if y in self._thumb else " ") * width, Ink.RULE, Ground.PLAIN)]

    def on_mouse_down(self, event: MouseDown) -> None:
        """Pull the thumb to where the button was pressed, and hold it."""
        self.capture_mouse()
        self._pull(event.y)

    def on_mouse_move(self, event: MouseMove) -> None:
        """Pull the thumb that is held."""
        if self.app.mouse_captured is self:
            self._pull(event.y)

    def on_mouse_up(self, _event: MouseUp) -> None:
        """Let the thumb go."""
        self.release_mouse()

    def _pull(self, y: int) -> None:
        if self.size.height:
            self.post_message(self.Pulled(y * self._total // self.size.height))

    def _thumb_of(self, lines: range) -> range:
        height = self.size.height
        if not height or len(lines) >= self._total:
            return range(0)
        length = max(height * len(lines) // self._total, 1)
        start = (height - length) * lines.start // (self._total - len(lines))
        return range(start, start + length)
