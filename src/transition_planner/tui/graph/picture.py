"""The picture of a part of a network: names in columns, and lines between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from transition_planner.tui.graph.layering import layered
from transition_planner.tui.graph.strokes import THICK, THIN, Strokes
from transition_planner.tui.graph.tracks import tracks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.tui.graph.layering import Layering
    from transition_planner.tui.graph.neighbourhood import Edge, Neighbourhood
    from transition_planner.tui.graph.strokes import Cell

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
    signs: Mapping[int, Mapping[int, str]]
    """The characters of lines, by line and column."""
    paths: Mapping[Edge, frozenset[Cell]]
    """The cells of each edge."""
    width: int
    height: int


def pictured(part: Neighbourhood, cells: int, pitch: int) -> Picture:
    """Draw a part of a network.

    Args:
        part: What is drawn.
        cells: The width of a name.
        pitch: Lines from one name to the next below it.
    """
    layering = layered(part.layers, [(edge.pred, edge.succ) for edge in part.edges])
    track, lefts, width = _columns(layering, cells)
    line = {node: height * pitch for node, height in layering.height.items()}
    layer = {node: at for at, column in enumerate(layering.columns) for node in column}
    strokes = Strokes()
    paths: dict[Edge, frozenset[Cell]] = {}
    arrows: dict[Cell, str] = {}
    for edge in part.edges:
        way = layering.ways[edge.pred, edge.succ]
        x, y = lefts[layer[edge.pred]] + cells, line[edge.pred]
        corners = [(y, x)]
        for node, following in pairwise(way):
            at, height = layer[node], layering.height
            turn = track[at].get((height[node], height[following]))
            if turn is not None:
                column = lefts[at] + cells + 1 + turn
                corners += [(line[node], column), (line[following], column)]
        end = (line[edge.succ], lefts[layer[edge.succ]] - 2)
        path = strokes.draw([*corners, end], THICK if edge.critical else THIN)
        paths[edge] = frozenset(path)
        arrows[end] = ARROW
    signs: dict[int, dict[int, str]] = defaultdict(dict)
    for (y, x), sign in {**strokes.signs(), **arrows}.items():
        signs[y][x] = sign
    return Picture(
        {node: (line[node], lefts[layer[node]]) for node in line if node >= 0},
        tuple(tuple(node for node in column if node >= 0) for column in layering.columns),
        signs,
        paths,
        width,
        max(line.values()) + 1,
    )


def _columns(layering: Layering, cells: int) -> tuple[list[Mapping[tuple[int, int], int]], list[int], int]:
    """The tracks behind each layer, the first column of each, and the width of all."""
    steps: list[list[tuple[int, int]]] = [[] for _ in layering.columns]
    layer = {node: at for at, column in enumerate(layering.columns) for node in column}
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
