"""What one pass needs of its arcs, laid out level by level so that each level is a slice of every array."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.compiling import Bulk
    from transition_planner.schedule.bulk.integers import Flags, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The arcs of one pass, in the order of the levels of the rows they bind, those of a row together."""

    arcs: Arcs
    heads: Integers
    """The rows that are bound, each once."""
    first: Integers
    """Where the arcs of each head begin, counted from the first arc of its level."""
    crossing: Integers
    """The arcs between calendars, counted from the first arc of their level."""
    crosses: Flags
    """The same, one value an arc."""
    of_arcs: list[int]
    """Where the arcs of each level begin; one entry more than levels, as in the next two."""
    of_heads: list[int]
    of_crossings: list[int]
    odd: list[list[int]]
    """The rows of each level that are placed by the rules for single rows."""

    def parts(self, level: int) -> tuple[slice, slice, slice]:
        """The arcs, the heads and the crossings of a level."""
        of_arcs, of_heads, of_crossings = self.of_arcs, self.of_heads, self.of_crossings
        return (
            slice(of_arcs[level], of_arcs[level + 1]),
            slice(of_heads[level], of_heads[level + 1]),
            slice(of_crossings[level], of_crossings[level + 1]),
        )


def layout(bulk: Bulk, arcs: Arcs, bound: Integers, odd: Flags) -> Layout:
    """Lay some arcs out.

    Args:
        bulk: The network.
        arcs: The arcs.
        bound: Of each the row that it binds in this pass.
        odd: The rows that are placed singly; arcs that bind these are left out.
    """
    kept = np.flatnonzero(~odd[bound])
    kept = kept[np.lexsort((bound[kept], bulk.level[bound[kept]]))]
    arcs, bound = arcs[kept], bound[kept]
    level = bulk.level[bound]
    count = int(bulk.level.max(initial=-1)) + 1
    numbers = np.arange(count + 1)
    begins = np.flatnonzero(np.diff(bound, prepend=-1))
    of_arcs = np.searchsorted(level, numbers)
    pred, succ = arcs.pred, arcs.succ
    by_length = (bulk.length[succ] > 0) | ((bulk.length[pred] > 0) & ~arcs.from_start)
    crosses = ~((bulk.calendar[pred] == bulk.calendar[succ]) & ~bulk.phase[pred] & (~arcs.lagged | by_length))
    crossing = np.flatnonzero(crosses)
    rows = np.flatnonzero(odd)
    rows = rows[np.argsort(bulk.level[rows], kind="stable")]
    ends = np.searchsorted(bulk.level[rows], numbers)
    return Layout(
        arcs=arcs,
        heads=bound[begins],
        first=begins - of_arcs[level[begins]],
        crossing=crossing - of_arcs[level[crossing]],
        crosses=crosses,
        of_arcs=of_arcs.tolist(),
        of_heads=np.searchsorted(level[begins], numbers).tolist(),
        of_crossings=np.searchsorted(level[crossing], numbers).tolist(),
        odd=[rows[ends[number] : ends[number + 1]].tolist() for number in range(count)],
    )
