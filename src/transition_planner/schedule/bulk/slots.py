"""The positions of a pass while it is made: in the network's order, so that those of a level lie side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.bulk.rows import Rows


class Slots:
    """The starts of all rows, then their finishes, and behind them one slot with position 0.

    Read and written singly it has the slots of rows, as the lists have them.
    """

    def __init__(self, rows: Rows) -> None:
        """Make room for the rows of a network."""
        size = len(rows.order)
        self.positions: Integers = np.zeros(2 * size + 1, np.int64)
        self.starts: Integers = self.positions[:size]
        self.finishes: Integers = self.positions[size:-1]
        self._size = size
        self._rank = rows.rank.data
        self._place = rows.rank
        self._singly = self.positions.data  # three times faster than by the array

    def __getitem__(self, slot: int) -> int:
        return self._singly[self._rank[slot >> 1] + (slot & 1) * self._size]

    def __setitem__(self, slot: int, position: int) -> None:
        self._singly[self._rank[slot >> 1] + (slot & 1) * self._size] = position

    def by_row(self, set_to: Flags, position: int) -> Integers:
        """All positions by row, two each, those of some rows set to one."""
        found = np.column_stack((self.starts[self._place], self.finishes[self._place]))
        found[set_to] = position
        return found.ravel()
