"""The order in which tasks can be scheduled, and the cycle that forbids one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.arc import Arc


class CycleError(Exception):
    """Links lead from a task back to itself."""

    def __init__(self, path: tuple[str, ...]) -> None:
        """Keep the ids along the cycle, the first again at the end."""
        super().__init__(_("tasks wait for each other in a circle: {path}").format(path=" → ".join(path)))
        self.path = path


def topological_order(
    outline: Outline,
    preds: Sequence[Sequence[Arc]],
    succs: Sequence[Sequence[Arc]],
    feeds: Sequence[Sequence[int]],
) -> list[int]:
    """All rows, predecessors first, in the file's order where that is open; a phase behind the tasks it gathers.

    Args:
        outline: The tasks.
        preds: The arcs into each row.
        succs: The arcs out of each row.
        feeds: For each row the phases around it that lead on.

    Raises:
        CycleError: with the ids along one cycle.
    """
    size = len(outline)
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
    if len(order) < size:
        raise CycleError(_cycle(outline, succs, feeds, {row for row in range(size) if waits[row] > 0}))
    return order


def _cycle(
    outline: Outline, succs: Sequence[Sequence[Arc]], feeds: Sequence[Sequence[int]], left: set[int]
) -> tuple[str, ...]:
    """The ids along one of the shortest cycles among the rows left over; networkx finds it."""
    import networkx as nx  # noqa: PLC0415  # 120 ms at import, needed only when something is wrong

    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_edges_from((row, arc.succ) for row in left for arc in succs[row] if arc.succ in left)
    graph.add_edges_from((row, phase) for row in left for phase in feeds[row] if phase in left)
    cyclic = (
        rows
        for rows in nx.strongly_connected_components(graph)
        if len(rows) > 1 or graph.has_edge(*rows, *rows)
    )
    core = graph.subgraph(min(cyclic, key=min))
    first = min(core)
    ways = nx.shortest_path(core, first)
    last = min((row for row in ways if first in core[row]), key=lambda row: (len(ways[row]), row))
    rows = [*ways[last], first]
    return tuple(outline.ids[row] for row in rows)
