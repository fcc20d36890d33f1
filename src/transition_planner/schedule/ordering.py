"""The order in which tasks can be scheduled, and the circles that keep some from having one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import Circle, Undated
from transition_planner.schedule.linking import drives, phases_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import networkx as nx

    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.arc import Arc

_MOST = 10
"""Circles told of one tangle: it may have as many as it has links, and each takes 40 ms at 10,000 tasks."""


def topological_order(
    preds: list[tuple[Arc, ...]], succs: list[tuple[Arc, ...]], feeds: Sequence[Sequence[int]]
) -> list[int]:
    """The rows, predecessors first, in the file's order where that is open; a phase behind the tasks it gathers.

    Rows in circles, and those that wait for them, are not in it.

    Args:
        preds: The arcs into each row.
        succs: The arcs out of each row.
        feeds: For each row the phases around it that lead on.
    """
    size = len(preds)
    waits = [len(arcs) for arcs in preds]
    for phases in feeds:
        for phase in phases:
            waits[phase] += 1
    order = [row for row in range(size) if not waits[row]]
    for row in order:  # grows while it is walked: Kahn's algorithm
        for next_ in [arc.succ for arc in succs[row]] + list(feeds[row]):
            waits[next_] -= 1
            if not waits[next_]:
                order.append(next_)
    return order


def undated(
    outline: Outline,
    preds: list[tuple[Arc, ...]],
    succs: list[tuple[Arc, ...]],
    feeds: Sequence[Sequence[int]],
    left: set[int],
) -> Undated:
    """The circles among the rows that cannot be ordered, and which rows have no dates because of them.

    What is done, or kept to dates set by hand, waits for nothing: it has its dates behind a circle as well.
    """
    rows: dict[int, Circle] = {}
    circles: list[Circle] = []
    tangled: set[int] = set()
    for tangle, found in _tangles(outline, succs, feeds, left):
        circles += found
        tangled |= tangle
        rows |= dict.fromkeys(tangle, found[0])
        rows |= {outline.row[id_]: circle for circle in reversed(found) for id_ in circle.path}
    rows = {row: circle for row, circle in rows.items() if not _is_kept_phase(outline, row)}
    reached = sorted(rows)
    for row in reached:  # grows while it is walked
        for next_ in _behind(outline, succs, row):
            if next_ not in rows:
                rows[next_] = rows[row]
                reached.append(next_)
    order = topological_order(_cut(preds, tangled), _cut(succs, tangled), feeds)
    rank = places(order, len(outline))
    return Undated(tuple(circles), frozenset(tangled), rows, preds, succs, rank)


def places(order: Iterable[int], size: int) -> list[int]:
    """The place of each row in an order."""
    rank = [0] * size
    for place, row in enumerate(order):
        rank[row] = place
    return rank


def _cut(column: list[tuple[Arc, ...]], tangled: set[int]) -> list[tuple[Arc, ...]]:
    """The arcs of each row without those between rows that wait for each other."""
    return [tuple(arc for arc in arcs if not tangled.issuperset(arc[:2])) for arcs in column]


def _is_kept_phase(outline: Outline, row: int) -> bool:
    return outline.tasks[row].is_phase and outline.tasks[row].manual is not None


def _behind(outline: Outline, succs: list[tuple[Arc, ...]], row: int) -> Iterator[int]:
    """The rows whose dates depend on those of a row."""
    tasks = outline.tasks
    for arc in succs[row]:
        task = tasks[arc.succ]
        if task.manual is None and task.finished is None and drives(outline, arc):
            yield arc.succ
    for phase in phases_around(outline, row):
        if tasks[phase].manual is not None:
            break
        yield phase


def _tangles(
    outline: Outline, succs: list[tuple[Arc, ...]], feeds: Sequence[Sequence[int]], left: set[int]
) -> Iterator[tuple[set[int], list[Circle]]]:
    """The rows that wait for each other, and the circles among them; the first in the file first."""
    import networkx as nx  # noqa: PLC0415  # 120 ms at import, needed only when something is wrong

    links = {(row, arc.succ): arc for row in left for arc in succs[row] if arc.succ in left}
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from(links)
    graph.add_edges_from((row, phase) for row in left for phase in feeds[row] if phase in left)
    for rows in sorted(_cyclic(graph), key=min):
        core = graph.subgraph(rows).copy()
        circles: list[Circle] = []
        while (inner := min(_cyclic(core), key=min, default=None)) and len(circles) < _MOST:
            circle = _circle(outline, core, inner, links)
            circles.append(circle)
            core.remove_edges_from(_alike(links, circle.arcs[-1]))
        yield rows, circles


def _cyclic(graph: nx.DiGraph[int]) -> Iterator[set[int]]:
    import networkx as nx  # noqa: PLC0415  # as above

    for rows in nx.strongly_connected_components(graph):
        if len(rows) > 1 or graph.has_edge(*rows, *rows):
            yield rows


def _alike(links: Mapping[tuple[int, int], Arc], closing: Arc) -> list[tuple[int, int]]:
    """The edges of what an arc is written as: a link at a phase leads to all its tasks."""
    written = closing.written, closing.pred
    return [edge for edge, arc in links.items() if (arc.written, arc.pred) == written]


def _circle(
    outline: Outline, graph: nx.DiGraph[int], rows: set[int], links: Mapping[tuple[int, int], Arc]
) -> Circle:
    """One of the shortest circles in some rows through the first of them that a link leads to; that closes it."""
    first = min(succ for pred in rows for succ in graph[pred] if succ in rows and (pred, succ) in links)
    came: dict[int, int] = {}
    reached = [first]
    for row in reached:  # grows while it is walked: breadth first
        if graph.has_edge(row, first) and (row, first) in links:
            break
        new = sorted(each for each in graph[row] if each in rows and each not in came and each != first)
        came |= dict.fromkeys(new, row)
        reached += new
    path = [first, row]
    while path[-1] != first:
        path.append(came[path[-1]])
    path.reverse()
    return Circle(
        tuple(outline.ids[row] for row in path),
        tuple(links[edge] for edge in pairwise(path) if edge in links),
    )
