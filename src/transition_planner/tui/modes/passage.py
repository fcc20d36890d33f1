"""A pane with paragraphs of text about what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.tui.painting.ink import Ground
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.tui.painting.ink import Ink, Run


class Passage(Lines):
    """Paragraphs, broken into lines when they are painted."""

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs: Sequence[tuple[str, Ink]] = ()

    def show(self, paragraphs: Sequence[tuple[str, Ink]]) -> None:
        """Show other paragraphs."""
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.redraw()

    def paint(self, y: int, width: int) -> list[Run]:
        """A line of them."""
        lines = [(line, ink) for text, ink in self._paragraphs for line in wrapped(text, max(width - 2, 1))]
        return [(f" {lines[y][0]}", lines[y][1], Ground.PLAIN)] if y < len(lines) else []
