"""The pane below the board: all about the selected task."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.tui.facts import facts
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.lines import Lines
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.tui.facts import Fact
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.state import State

_LABEL_CELLS = 14


class Detail(Lines):
    """A line a fact. They are gathered when the pane is painted: 200 keys in a row cost one gathering."""

    def __init__(self, state: State, key_of: Callable[[str], str]) -> None:
        super().__init__()
        self._key_of = key_of
        self._state = state
        self._facts: tuple[Fact, ...] | None = None

    def show(self, state: State) -> None:
        """Show another state."""
        before, self._state = self._state, state
        if state.cursor != before.cursor or state.schedule is not before.schedule:
            self.redraw()

    def redraw(self) -> None:
        """Gather the facts again."""
        self._facts = None
        super().redraw()

    def paint(self, y: int, width: int) -> list[Run]:
        """A fact: its name, and what is so."""
        if self._facts is None:
            self._facts = facts(self._state, self._key_of)
        if y >= len(self._facts):
            return []
        fact = self._facts[y]
        painted: list[Run] = [(f" {fit(fact.label, _LABEL_CELLS - 1)} ", Ink.FAINT, Ground.PLAIN)]
        left = width - _LABEL_CELLS - 1
        for text, ink in fact.parts:
            if left <= 0:
                break
            cells = cell_len(text)
            painted.append((text if cells <= left else fit(text, left), ink, Ground.PLAIN))
            left -= cells
        return painted
