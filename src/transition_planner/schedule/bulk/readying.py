"""Making the arcs of a large network ready for its passes: additions, and crossings between calendars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.layout import layouts
from transition_planner.schedule.bulk.tables import AS_IT_IS, AT_END, NOT_BEHIND

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.bulk.layout import Layout
    from transition_planner.schedule.bulk.rows import Rows
    from transition_planner.schedule.network import Network

_EVEN = -2
"""Takes the side off a position."""


@dataclass(frozen=True, slots=True, eq=False)
class Crossings:
    """One value an arc between calendars, as laid out."""

    slot: Integers
    """Where the position stands that it comes from."""
    source: Integers
    """The index of the calendar at that end."""
    target: Integers
    """The same at the other end."""
    which: Integers
    """Which position of instants in gaps is wanted there, as `tables` has it."""
    weight: Integers
    """What is added to that."""


@dataclass(frozen=True, slots=True, eq=False)
class Ahead:
    """What the forward pass adds up."""

    laid: Layout
    slot: Integers
    """Of each bound where the position stands that it comes from."""
    weight: Integers
    """What is added to that; of a row's own bound its floor."""
    gap: Integers
    """1 where a row takes time: it begins where working time goes on, behind a gap. In the network's order."""
    extent: Integers
    """From a row's start position to its finish. In the network's order."""
    crossings: Crossings


@dataclass(frozen=True, slots=True, eq=False)
class Back:
    """What the backward pass adds up."""

    laid: Layout
    slot: Integers
    """As in the forward pass."""
    weight: Integers
    """The same; of a row's own bound nothing, since that depends on the end of the whole."""
    kept: Integers
    """What is left of a row's finish position: all of it, or all but its side. In the network's order."""
    extent: Integers
    crossings: Crossings
    lag: Integers
    """What a crossing takes off its position first."""
    gap_before: Integers
    """What it joins to it then: to what takes time, and behind a lag, a gap costs nothing."""


def ready(network: Network, rows: Rows, arcs: Arcs) -> tuple[Ahead, Back]:
    """Make the arcs of a network ready for both passes.

    Args:
        network: The network.
        rows: Its rows.
        arcs: Its arcs.
    """
    ahead, back = layouts(network, rows, arcs)
    return _ready_ahead(rows, arcs, ahead), _ready_back(rows, arcs, back)


def _ready_ahead(rows: Rows, arcs: Arcs, laid: Layout) -> Ahead:
    slot = _slots(rows, arcs.pred, ~arcs.from_start)
    weight = 2 * arcs.lag - np.where(arcs.to_finish, 2 * rows.length[arcs.succ], 0)
    crossing = laid.crosses
    crossings = Crossings(
        slot[crossing],
        rows.calendar[arcs.pred[crossing]],
        rows.calendar[arcs.succ[crossing]],
        np.where(arcs.lag[crossing] == 0, AS_IT_IS, AT_END),
        weight[crossing],
    )
    weight = np.append(weight, 0)[laid.arcs]
    weight[laid.own] = rows.floor[laid.owners]
    return Ahead(
        laid,
        np.append(slot, 2 * len(rows.order))[laid.arcs],
        weight,
        (rows.length > 0).astype(np.int64)[rows.order],
        _extent(rows),
        crossings,
    )


def _ready_back(rows: Rows, arcs: Arcs, laid: Layout) -> Back:
    slot, gap = _slots(rows, arcs.succ, arcs.to_finish), (rows.length > 0).astype(np.int64)
    lag, after = 2 * arcs.lag, np.where(arcs.from_start, 2 * rows.length[arcs.pred], 0)
    crossing = laid.crosses
    pred, succ = arcs.pred[crossing], arcs.succ[crossing]
    crossings = Crossings(
        slot[crossing],
        rows.calendar[succ],
        rows.calendar[pred],
        np.where(rows.length[pred] == 0, NOT_BEHIND, AT_END),
        after[crossing],
    )
    return Back(
        laid,
        np.append(slot, 2 * len(rows.order))[laid.arcs],
        np.append(after + (arcs.to_finish & gap[arcs.succ]) - lag, 0)[laid.arcs],
        np.where(gap == 0, -1, _EVEN)[rows.order],
        _extent(rows),
        crossings,
        lag[crossing],
        gap[succ] | (lag[crossing] != 0),
    )


def _slots(rows: Rows, row: Integers, finish: Flags) -> Integers:
    """Where the start of some rows stands in `Slots`, or their finish."""
    return rows.rank[row] + finish * len(rows.order)


def _extent(rows: Rows) -> Integers:
    return np.where(rows.length > 0, 2 * rows.length - 1, 0)[rows.order]
