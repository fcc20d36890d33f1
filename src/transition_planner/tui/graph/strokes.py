"""Lines of cells: each cell knows how strongly a line leaves it upwards, right, down and left, and so its character."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Cell = tuple[int, int]
"""Line and column."""

UP, RIGHT, DOWN, LEFT = 1, 3, 9, 27
"""What a thin line adds in each direction; a thick one adds it twice."""
THIN, THICK = 1, 2

_SIGNS = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋"
"""All box drawing characters by the sum of their directions."""


class Strokes:
    """Lines that share cells: where they meet, each direction is as strong as the strongest."""

    def __init__(self) -> None:
        self._cells: dict[Cell, dict[int, int]] = {}

    def draw(self, corners: Sequence[Cell], weight: int) -> set[Cell]:
        """Draw a line from corner to corner and give the cells it is in."""
        cells: set[Cell] = set()
        for start, end in pairwise(corners):
            upright = start[1] == end[1]
            onward, back = (DOWN, UP) if upright else (RIGHT, LEFT)
            at = int(not upright)
            first, last = sorted((start[at], end[at]))
            line = [(each, start[1]) if upright else (start[0], each) for each in range(first, last + 1)]
            for cell, following in pairwise(line):
                self._add(cell, onward, weight)
                self._add(following, back, weight)
            cells.update(line)
        return cells

    def signs(self) -> Mapping[Cell, str]:
        """The character of each cell."""
        return {
            cell: _SIGNS[sum(direction * weight for direction, weight in strokes.items())]
            for cell, strokes in self._cells.items()
        }

    def _add(self, cell: Cell, direction: int, weight: int) -> None:
        strokes = self._cells.setdefault(cell, {})
        strokes[direction] = max(strokes.get(direction, 0), weight)
