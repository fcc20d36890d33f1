"""What one pass needs of its arcs, laid out level by level so that each level is a slice of every array."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.levels import grouped, ranges

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.bulk.integers import Flags, Integers


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The arcs of one pass, in the order of the rows they bind. A row that none binds has one that leads nowhere."""

    arcs: Integers
    """The index of each among the pass's arcs; of one that leads nowhere their number."""
    first: Integers
    """Where the arcs of each row begin, counted from the first arc of its level; rows in the network's order."""
    crossing: Integers
    """The arcs between calendars, counted from the first arc of their level."""
    crosses: Integers
    """The same by their index among the pass's arcs."""
    of_rows: list[int]
    """Where the rows of each level begin; one entry more than levels, as in the next two."""
    of_arcs: list[int]
    of_crossings: list[int]
    odd: list[list[int]]
    """The rows of each level that are placed by the rules for single rows."""

    def parts(self, level: int) -> tuple[slice, slice, slice]:
        """The rows, the arcs and the crossings of a level."""
        of_rows, of_arcs, of_crossings = self.of_rows, self.of_arcs, self.of_crossings
        return (
            slice(of_rows[level], of_rows[level + 1]),
            slice(of_arcs[level], of_arcs[level + 1]),
            slice(of_crossings[level], of_crossings[level + 1]),
        )


def layout(columns: Columns, arcs: Arcs, bound: Integers, odd: Flags) -> Layout:
    """Lay some arcs out.

    Args:
        columns: The network.
        arcs: The arcs of the pass.
        bound: The row that each arc binds in this pass.
        odd: The rows that are placed singly; arcs that bind these are left out.
    """
    size, nowhere = len(columns.level), len(arcs)
    by_row = np.append(grouped(bound), nowhere)
    counts = np.bincount(bound, minlength=size)
    firsts = np.cumsum(counts) - counts
    none = odd | (counts == 0)
    firsts[none], counts[none] = nowhere, 1
    counts = counts[columns.order]
    laid = by_row[ranges(firsts[columns.order], counts)]

    level = columns.level[columns.order]
    of_rows = np.searchsorted(level, np.arange(int(level[-1]) + 2 if size else 1))
    begins = np.append(np.cumsum(counts) - counts, len(laid))
    of_arcs = begins[of_rows]
    crosses = np.append(_crosses(columns, arcs), False)[laid]
    crossing = np.flatnonzero(crosses)
    of_crossings = np.searchsorted(crossing, of_arcs)
    places = np.flatnonzero(odd[columns.order])
    of_odd = np.searchsorted(places, of_rows).tolist()
    rows = columns.order[places].tolist()
    return Layout(
        arcs=laid,
        first=begins[:-1] - of_arcs[level],
        crossing=crossing - np.repeat(of_arcs[:-1], np.diff(of_crossings)),
        crosses=laid[crossing],
        of_rows=of_rows.tolist(),
        of_arcs=of_arcs.tolist(),
        of_crossings=of_crossings.tolist(),
        odd=[rows[here:there] for here, there in pairwise(of_odd)],
    )


def _crosses(columns: Columns, arcs: Arcs) -> Flags:
    """Whether an arc goes through instants: between calendars, from phases, or where a gap has to be looked at."""
    pred, succ = arcs.pred, arcs.succ
    by_length = (columns.length[succ] > 0) | ((columns.length[pred] > 0) & ~arcs.from_start)
    crosses: Flags = ~(
        (columns.calendar[pred] == columns.calendar[succ]) & ~columns.phase[pred] & (~arcs.lagged | by_length)
    )
    return crosses
