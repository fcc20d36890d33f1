"""What one pass needs of its arcs, laid out level by level so that each level is a slice of every array."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from transition_planner.schedule.bulk.levels import grouped, ranges
from transition_planner.schedule.bulk.odd import placed_singly
from transition_planner.schedule.preparing import NEVER

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.bulk.rows import Rows
    from transition_planner.schedule.network import Network


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The bounds of one pass in the order of the rows they hold: those by arcs, before them that of the row's own."""

    arcs: Integers
    """The index of each among the network's arcs; of a row's own bound their number."""
    own: Integers
    """Where the own bounds stand."""
    owners: Integers
    """The rows that have one: what no arc binds, and what something else may bind more."""
    crossing: Integers
    """The arcs between calendars, counted from the first bound of their level."""
    crosses: Integers
    """The same by their index among the network's arcs."""
    levels: list[Level]
    is_odd: Flags
    """Whether each row of the outline is placed by the rules for single rows."""


class Level(NamedTuple):
    """One level: where its rows, their bounds and the crossings among those stand."""

    rows: slice
    bounds: slice
    first: Integers
    """Where the bounds of each row begin among those."""
    crossings: slice | None
    """None where there are none."""
    odd: list[int]
    """The rows that are placed by the rules for single rows."""


def layouts(network: Network, rows: Rows, arcs: Arcs) -> tuple[Layout, Layout]:
    """The arcs laid out for the forward pass, and for the backward pass.

    Args:
        network: The network.
        rows: Its rows.
        arcs: Its arcs.
    """
    crosses = _crosses(rows, arcs)
    odd_early, odd_late = placed_singly(network, rows.phase, arcs)
    binding = np.flatnonzero(_binding(network, arcs))
    back = grouped(arcs.pred) if len(binding) == len(arcs) else binding[grouped(arcs.pred[binding])]
    return (
        _layout(rows, arcs.succ, grouped(arcs.succ), crosses, odd_early, rows.floor > NEVER),
        _layout(rows, arcs.pred, back, crosses, odd_late, _may_outlast(network, arcs)),
    )


def _layout(rows: Rows, bound: Integers, by_row: Integers, crosses: Flags, odd: Flags, held: Flags) -> Layout:
    """Lay some arcs out.

    Args:
        rows: The rows.
        bound: The row that each arc binds in this pass.
        by_row: The arcs of the pass, those of one row behind the other.
        crosses: Whether each arc goes through instants.
        odd: The rows that are placed singly; arcs that bind these are left out.
        held: The rows that something else than arcs may bind more.
    """
    size, none, order = len(rows.level), len(bound), rows.order
    counts = np.bincount(bound if len(by_row) == none else bound[by_row], minlength=size)
    firsts = np.cumsum(counts) - counts
    counts[odd] = 0
    held = (held | (counts == 0))[order]
    counts = counts[order] + held
    begins = np.append(0, np.cumsum(counts))
    own = begins[:-1][held]
    laid = np.append(by_row, none)[ranges(firsts[order] - held, counts)]
    laid[own] = none

    level = rows.level[order]
    of_rows = np.searchsorted(level, np.arange(int(level[-1]) + 2 if size else 1))
    of_bounds = begins[of_rows]
    crossing = np.flatnonzero(np.append(crosses, False)[laid])
    of_crossings = np.searchsorted(crossing, of_bounds)
    places = np.flatnonzero(odd[order])
    odd_rows = order[places].tolist()
    parts = [_slices(ends) for ends in (of_rows, of_bounds, of_crossings, np.searchsorted(places, of_rows))]
    first = begins[:-1] - of_bounds[level]
    return Layout(
        arcs=laid,
        own=own,
        owners=order[held],
        crossing=crossing - np.repeat(of_bounds[:-1], np.diff(of_crossings)),
        crosses=laid[crossing],
        levels=[
            Level(
                within,
                bounds,
                first[within],
                across if across.start < across.stop else None,
                odd_rows[singly],
            )
            for within, bounds, across, singly in zip(*parts, strict=True)
        ],
        is_odd=odd,
    )


def _slices(ends: Integers) -> list[slice]:
    return [slice(here, there) for here, there in pairwise(ends.tolist())]


def _binding(network: Network, arcs: Arcs) -> Flags:
    """The arcs whose successors can be late by their predecessors: not those that are done, or follow a fact."""
    size = len(network.outline)
    finished, started = (np.zeros(size, np.bool_) for _ in range(2))
    for row, fixed in network.fixed.items():
        finished[row], started[row] = fixed.finished, fixed.started
    binding: Flags = ~finished[arcs.succ] & ~(started[arcs.pred] & arcs.from_start)
    return binding


def _may_outlast(network: Network, arcs: Arcs) -> Flags:
    """The rows that their successors would let end behind all others, or that are due by a date of their own.

    Of plain links none does: what is followed ends before that starts. What must only start in time may last longer,
    and a milestone may wait for the end of a gap behind the work that it must end with.
    """
    found = np.zeros(len(network.outline), np.bool_)
    found[arcs.pred[arcs.from_start | arcs.to_finish | arcs.leads]] = True
    found[[row for row, fixed in network.fixed.items() if fixed.latest is not None]] = True
    return found


def _crosses(rows: Rows, arcs: Arcs) -> Flags:
    """Whether an arc goes through instants: between calendars, from phases, or where a gap has to be looked at."""
    pred, succ, takes_time = arcs.pred, arcs.succ, rows.length > 0
    by_length = takes_time[succ] | (takes_time[pred] & ~arcs.from_start)
    crosses: Flags = (
        (rows.calendar[pred] != rows.calendar[succ]) | rows.phase[pred] | (arcs.lagged & ~by_length)
    )
    return crosses
