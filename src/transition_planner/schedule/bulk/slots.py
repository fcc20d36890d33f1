"""The positions of a pass while it is made: in the network's order, so that those of a level lie side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Flags, Integers


class Slots:
    """The starts of all rows, then their finishes, and behind them one slot with position 0.

    Read and written singly it has the slots of rows, as the lists have them.
    """

    def __init__(self, columns: Columns) -> None:
        """Make room for the rows of a network."""
        size = len(columns.order)
        self.positions: Integers = np.zeros(2 * size + 1, np.int64)
        self.starts: Integers = self.positions[:size]
        self.finishes: Integers = self.positions[size:-1]
        self.zero = 2 * size
        self._size = size
        self._rank = columns.rank.data
        self._place = columns.rank
        self._singly = self.positions.data  # three times faster than by the array

    def __getitem__(self, slot: int) -> int:
        return self._singly[self._rank[slot >> 1] + (slot & 1) * self._size]

    def __setitem__(self, slot: int, position: int) -> None:
        self._singly[self._rank[slot >> 1] + (slot & 1) * self._size] = position

    def of(self, rows: Integers, finish: Flags) -> Integers:
        """Where the start of some rows stands, or their finish."""
        return self._place[rows] + finish * self._size

    def by_row(self, set_to: Flags, position: int) -> Integers:
        """All positions by row, two each, those of some rows set to one."""
        found = np.column_stack((self.starts[self._place], self.finishes[self._place]))
        found[set_to] = position
        return found.ravel()
