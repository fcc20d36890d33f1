"""Lines of cells: each cell knows how strongly a line leaves it upwards, right, down and left, and so its character."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Cell = tuple[int, int]
"""Line and column."""

UP, RIGHT, DOWN, LEFT = 1, 2, 4, 8
"""The bit of a line that leaves a cell in a direction."""
THIN, THICK = 1, 2
_BITS = 4
"""Above those of thin lines lie those of thick ones."""

_BY_SUM = " ╵╹╶└┖╺┕┗╷│╿┌├┞┍┝┡╻╽┃┎┟┠┏┢┣╴┘┚─┴┸╼┶┺┐┤┦┬┼╀┮┾╄┒┧┨┰╁╂┲╆╊╸┙┛╾┵┹━┷┻┑┥┩┭┽╃┯┿╇┓┪┫┱╅╉┳╈╋"
"""All box drawing characters by how strong the directions from up to left are, times 1, 3, 9 and 27, added."""


def _sign(strokes: int) -> str:
    """The character of a cell; in each direction the strongest line counts."""
    strong = (
        THICK if strokes >> _BITS >> at & 1 else THIN if strokes >> at & 1 else 0 for at in range(_BITS)
    )
    return _BY_SUM[sum(each * 3**at for at, each in enumerate(strong))]


_SIGNS = [_sign(strokes) for strokes in range(1 << 2 * _BITS)]


class Strokes:
    """Lines that share cells: where they meet, each direction is as strong as the strongest."""

    def __init__(self) -> None:
        self._cells: dict[Cell, int] = {}
        """The bits of each cell. A picture of 150 names far apart has 200,000: one number each, joined at once."""

    def draw(self, corners: Sequence[Cell], weight: int) -> set[Cell]:
        """Draw a line from corner to corner and give the cells it is in."""
        cells: set[Cell] = set()
        shift = _BITS if weight == THICK else 0
        known = self._cells
        for start, end in pairwise(corners):
            upright = start[1] == end[1]
            onward, back = ((DOWN, UP) if upright else (RIGHT, LEFT)) if start != end else (0, 0)
            at = int(not upright)
            first, last = sorted((start[at], end[at]))
            line = [(each, start[1]) if upright else (start[0], each) for each in range(first, last + 1)]
            both = (onward | back) << shift
            for cell in line[1:-1]:
                known[cell] = known.get(cell, 0) | both
            known[line[0]] = known.get(line[0], 0) | onward << shift
            known[line[-1]] = known.get(line[-1], 0) | back << shift
            cells.update(line)
        return cells

    def signs(self) -> Mapping[Cell, str]:
        """The character of each cell."""
        return {cell: _SIGNS[strokes] for cell, strokes in self._cells.items()}
