"""Lines of cells: each cell knows how strongly a line leaves it upwards, right, down and left, and so its character."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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
_THICK_BITS = 0b1111 << _BITS
_BRIGHT_BIT = 1 << 2 * _BITS


class Mark(NamedTuple):
    """What a cell shows."""

    sign: str
    thick: bool
    """Whether a thick line is in it."""
    bright: bool
    """Whether a line that is lit is in it."""


_MARKS = [
    Mark(_SIGNS[strokes & ~_BRIGHT_BIT], bool(strokes & _THICK_BITS), bool(strokes & _BRIGHT_BIT))
    for strokes in range(2 * _BRIGHT_BIT)
]


class Strokes:
    """Lines that share cells: where they meet, each direction is as strong as the strongest.

    Only the cells of a window are kept: a picture of 150 names far apart has 200,000, a screen some thousand.
    """

    def __init__(self, lines: range, columns: range) -> None:
        self._lines = lines
        self._columns = columns
        self._cells: dict[Cell, int] = {}
        """The bits of each cell."""

    def draw(self, corners: Sequence[Cell], weight: int, *, bright: bool = False) -> None:
        """Draw a line from corner to corner."""
        shift = _BITS if weight == THICK else 0
        lit = _BRIGHT_BIT if bright else 0
        for (y, x), (to_y, to_x) in pairwise(corners):
            if y == to_y:
                if y in self._lines and x != to_x:
                    first, last = (x, to_x) if x < to_x else (to_x, x)
                    for at in _inside(first, last, self._columns):
                        ways = (at > first) * LEFT | (at < last) * RIGHT
                        self._add((y, at), ways << shift | lit)
            elif x in self._columns:
                first, last = (y, to_y) if y < to_y else (to_y, y)
                for at in _inside(first, last, self._lines):
                    ways = (at > first) * UP | (at < last) * DOWN
                    self._add((at, x), ways << shift | lit)

    def marks(self) -> Mapping[Cell, Mark]:
        """What is in each cell of the window that a line is in."""
        return {cell: _MARKS[strokes] for cell, strokes in self._cells.items()}

    def _add(self, cell: Cell, strokes: int) -> None:
        self._cells[cell] = self._cells.get(cell, 0) | strokes


def _inside(first: int, last: int, window: range) -> range:
    """The part of a line that is in a window."""
    return range(max(first, window.start), min(last + 1, window.stop))
