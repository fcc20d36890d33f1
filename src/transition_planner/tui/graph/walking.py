"""Walking through the picture of a network with the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.tui.graph.neighbourhood import Edge
    from transition_planner.tui.graph.picture import Picture


def across(picture: Picture, row: int, direction: int) -> int | None:
    """Along an edge to a successor (1) or a predecessor (-1): a critical edge first, else to what is nearest."""
    edges = [edge for edge in picture.paths if (edge.pred if direction > 0 else edge.succ) == row]
    if not edges:
        return None
    line = picture.boxes[row][0]

    def rank(edge: Edge) -> tuple[bool, int]:
        return not edge.critical, abs(picture.boxes[_end(edge, direction)][0] - line)

    return _end(min(edges, key=rank), direction)


def along(picture: Picture, row: int, steps: int) -> int:
    """Some names down in the same column, or up where negative; its ends hold."""
    column = next(column for column in picture.columns if row in column)
    return column[min(max(column.index(row) + steps, 0), len(column) - 1)]


def touching(picture: Picture, row: int) -> frozenset[Edge]:
    """The edges of a row."""
    return frozenset(edge for edge in picture.paths if row in (edge.pred, edge.succ))


def _end(edge: Edge, direction: int) -> int:
    return edge.succ if direction > 0 else edge.pred
