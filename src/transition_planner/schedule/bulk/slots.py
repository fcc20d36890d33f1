"""The positions of a pass while it is made: in the network's order, so that those of a level lie side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Flags, Integers


class Slots:
    """Two slots a row, and one behind all of them for what leads nowhere.

    Read and written singly it has the slots of rows, as the lists have them.
    """

    def __init__(self, columns: Columns, nowhere: int) -> None:
        """Make room.

        Args:
            columns: The network.
            nowhere: The position of what leads nowhere.
        """
        size = len(columns.order)
        self.positions: Integers = np.zeros(2 * size + 1, np.int64)
        self.positions[-1] = nowhere
        self.pairs: Integers = self.positions[:-1].reshape(-1, 2)
        """The same by row, in the network's order: start and finish."""
        self.nowhere = 2 * size
        self._rank = columns.rank.data
        self._place = columns.rank
        self._singly = self.positions.data  # three times faster than by the array

    def __getitem__(self, slot: int) -> int:
        return self._singly[2 * self._rank[slot >> 1] + (slot & 1)]

    def __setitem__(self, slot: int, position: int) -> None:
        self._singly[2 * self._rank[slot >> 1] + (slot & 1)] = position

    def of(self, rows: Integers, finish: Flags) -> Integers:
        """Where the start of some rows stands, or their finish."""
        return 2 * self._place[rows] + finish

    def by_row(self, set_to: Flags, position: int) -> Integers:
        """All positions by row, those of some rows set to one."""
        found: Integers = self.pairs[self._place]
        found[set_to] = position
        return found.ravel()
