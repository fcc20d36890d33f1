"""The rule between board and facts, which tells for a moment what the last command did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from textual.timer import Timer

    from transition_planner.tui.painting.ink import Run

_SECONDS = 10
_MARGIN = 1


class Notice(Lines):
    """One line. A toast of Textual's is a widget that is mounted and laid out: 15 ms with each edit."""

    def __init__(self) -> None:
        super().__init__()
        self._said = ""
        self._ink = Ink.RULE
        self._clearing: Timer | None = None

    @property
    def said(self) -> str:
        """What it tells now."""
        return self._said

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Tell something; what was told before goes."""
        self._said = sentence
        self._ink = Ink.MISSED if warning else Ink.PHASE
        self.redraw()
        if self._clearing is not None:
            self._clearing.stop()
        self._clearing = self.set_timer(_SECONDS, self._clear)

    def paint(self, y: int, width: int) -> list[Run]:  # noqa: ARG002  # there is one line
        """The rule, and what is told in it."""
        if not self._said:
            return [("─" * width, Ink.RULE, Ground.PLAIN)]
        sentence = fit(self._said, min(cell_len(self._said), max(width - 2 * _MARGIN - 2, 0)))
        left = max(width - cell_len(sentence) - _MARGIN - 2, 0)
        return [
            ("─" * _MARGIN, Ink.RULE, Ground.PLAIN),
            (f" {sentence} ", self._ink, Ground.NOTICE),
            ("─" * left, Ink.RULE, Ground.PLAIN),
        ]

    def _clear(self) -> None:
        self._said = ""
        self.redraw()
