"""The picture of a part of a network: names in columns, and lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from transition_planner.tui.graph.layering import layered
from transition_planner.tui.graph.strokes import THICK, THIN, Strokes
from transition_planner.tui.graph.tracks import tracks

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from transition_planner.tui.graph.layering import Layering
    from transition_planner.tui.graph.neighbourhood import Edge, Neighbourhood
    from transition_planner.tui.graph.strokes import Cell, Mark

ARROW = "▸"
_LEAST_GAP = 3
"""Cells between two columns: a line out of a name, an arrow, a space before the next name."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything is, in cells."""

    boxes: Mapping[int, Cell]
    """The first cell of each row's name."""
    columns: tuple[tuple[int, ...], ...]
    """The rows of each layer from above."""
    paths: Mapping[Edge, tuple[Cell, ...]]
    """The corners of each edge's line, from behind its predecessor to the arrow, from the left to the right."""
    width: int
    height: int

    def marks(self, lines: range, columns: range, bright: Container[Edge] = ()) -> Mapping[Cell, Mark]:
        """What the cells of a window show of the lines: the picture is many times larger, so no more is drawn.

        Args:
            lines: The window's lines.
            columns: The window's columns.
            bright: The edges that are lit.
        """
        strokes = Strokes(lines, columns)
        heads: set[Cell] = set()
        for edge, path in self.paths.items():
            end = path[-1]
            if path[0][1] >= columns.stop or end[1] < columns.start:
                continue
            strokes.draw(path, THICK if edge.critical else THIN, bright=edge in bright)
            heads.add(end)
        marks = dict(strokes.marks())
        for cell in heads & marks.keys():
            marks[cell] = marks[cell]._replace(sign=ARROW)
        return marks


def pictured(part: Neighbourhood, cells: int, pitch: int) -> Picture:
    """Draw a part of a network.

    Args:
        part: What is drawn.
        cells: The width of a name.
        pitch: Lines from one name to the next below it.
    """
    layering = layered(part.layers, [(edge.pred, edge.succ) for edge in part.edges])
    layer = {node: at for at, column in enumerate(layering.columns) for node in column}
    track, lefts, width = _columns(layering, layer, cells)
    line = {node: height * pitch for node, height in layering.height.items()}
    paths: dict[Edge, tuple[Cell, ...]] = {}
    for edge in part.edges:
        way = layering.ways[edge.pred, edge.succ]
        corners = [(line[edge.pred], lefts[layer[edge.pred]] + cells)]
        for node, following in pairwise(way):
            at = layer[node]
            turn = track[at].get((layering.height[node], layering.height[following]))
            if turn is not None:
                column = lefts[at] + cells + 1 + turn
                corners += [(line[node], column), (line[following], column)]
        paths[edge] = (*corners, (line[edge.succ], lefts[layer[edge.succ]] - 2))
    return Picture(
        {node: (line[node], lefts[layer[node]]) for node in line if node >= 0},
        tuple(tuple(node for node in column if node >= 0) for column in layering.columns),
        paths,
        width,
        max(line.values()) + 1,
    )


def _columns(
    layering: Layering, layer: Mapping[int, int], cells: int
) -> tuple[list[Mapping[tuple[int, int], int]], list[int], int]:
    """The tracks behind each layer, the first column of each, and the width of all."""
    steps: list[list[tuple[int, int]]] = [[] for _ in layering.columns]
    for way in layering.ways.values():
        for node, following in pairwise(way):
            steps[layer[node]].append((layering.height[node], layering.height[following]))
    found: list[Mapping[tuple[int, int], int]] = []
    lefts = [0]
    for each in steps:
        track, number = tracks(each)
        found.append(track)
        lefts.append(lefts[-1] + cells + number + _LEAST_GAP)
    return found, lefts[:-1], lefts[-1] - _LEAST_GAP
