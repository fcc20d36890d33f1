"""The tasks around one task in the network, in layers from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from transition_planner.schedule.driver import bound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

MOST = 150
"""Tasks on either side of the middle: more cannot be read, and laying out a thousand takes a second."""


@dataclass(frozen=True, slots=True)
class Edge:
    """All links from one task to another, as one line."""

    pred: int
    succ: int
    critical: bool
    """Whether a slip of the one, which is critical, makes the other slip, which is critical too."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Part of a network."""

    layers: Mapping[int, int]
    """The layer of each row that is in it; that of the middle is 0, and every edge leads to a higher one."""
    edges: tuple[Edge, ...]
    hidden_before: Mapping[int, int]
    """How many predecessors of a row are not in it, where some are."""
    hidden_behind: Mapping[int, int]
    """How many successors of a row are not in it."""


def neighbourhood(schedule: Schedule, middle: int, levels: int | None) -> Neighbourhood:
    """What lies so many links before and behind a row; without `levels` all that does, as far as it can be read.

    A task stands as near to the middle as the longest chain between them lets it. Links between tasks that wait for
    each other in a circle lead nowhere on from layer to layer, and are left out.
    """
    tangled = schedule.tangled

    @cache
    def preds(row: int) -> set[int]:
        return {arc.pred for arc in schedule.predecessors(row) if not tangled.issuperset(arc[:2])}

    @cache
    def succs(row: int) -> set[int]:
        return {arc.succ for arc in schedule.successors(row) if not tangled.issuperset(arc[:2])}

    before = _reached(middle, preds, levels)
    behind = _reached(middle, succs, levels)
    rank = schedule.rank.__getitem__
    layers = {middle: 0}
    for row in sorted(before, key=rank, reverse=True):
        layers[row] = min(layers[each] for each in succs(row) if each in layers) - 1
    for row in sorted(behind, key=rank):
        layers[row] = max(layers[each] for each in preds(row) if each in layers) + 1
    arcs: dict[tuple[int, int], bool] = {}
    for row in layers:
        for arc in schedule.predecessors(row):
            if arc.pred in layers and not tangled.issuperset(arc[:2]):
                pair = arc.pred, row
                arcs[pair] = arcs.get(pair, False) or _critical(schedule, arc)
    known = set(layers)
    hidden_before = {row: len(preds(row) - known) for row in layers}
    hidden_behind = {row: len(succs(row) - known) for row in layers}
    return Neighbourhood(
        layers,
        tuple(Edge(*pair, critical) for pair, critical in arcs.items()),
        {row: number for row, number in hidden_before.items() if number},
        {row: number for row, number in hidden_behind.items() if number},
    )


def _reached(middle: int, beside: Callable[[int], Iterable[int]], levels: int | None) -> set[int]:
    """The rows that so many steps lead to, the nearest first as far as there may be."""
    reached = {middle}
    edge = [middle]
    while edge and (levels is None or levels > 0) and len(reached) <= MOST:
        found = dict.fromkeys(each for row in edge for each in sorted(beside(row)) if each not in reached)
        edge = list(found)[: MOST + 1 - len(reached)]
        reached.update(edge)
        levels = None if levels is None else levels - 1
    return reached - {middle}


def _critical(schedule: Schedule, arc: Arc) -> bool:
    if not (schedule.critical(arc.pred) and schedule.critical(arc.succ)):
        return False
    return bound(schedule, arc) >> 1 >= schedule.early[2 * arc.succ] >> 1
