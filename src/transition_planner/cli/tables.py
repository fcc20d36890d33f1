"""Tables of words as lines: aligned columns, folded where a terminal is too narrow for them."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GAP = 2
"""Spaces between two columns."""
_LEAST = 8
"""Narrower than this no column is folded: the lines run over instead."""


def table_lines(
    rows: Sequence[Sequence[str]], width: int | None, numbers: Sequence[int] = ()
) -> Iterator[str]:
    """The lines of a table. Nothing is drawn: a screen reader reads only words.

    Args:
        rows: As many texts each; the columns' names may be the first.
        width: Characters that a line has room for, or None for as many as it takes.
        numbers: Indexes of the columns that are aligned at the right.
    """
    widths = _widths([max(map(len, column)) for column in zip(*rows, strict=True)], width)
    for row in rows:
        cells = [_folded(text, room) for text, room in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            aligned = (
                part.rjust(room) if index in numbers else part.ljust(room)
                for index, (part, room) in enumerate(zip(parts, widths, strict=True))
            )
            yield (" " * _GAP).join(aligned).rstrip()


def _widths(natural: list[int], width: int | None) -> list[int]:
    """The columns' widths: the widest ones are cut to one measure until all fit."""
    if width is None:
        return natural
    room = width - _GAP * (len(natural) - 1)
    cut = max(natural)
    while cut > _LEAST and sum(min(each, cut) for each in natural) > room:
        cut -= 1
    widths = [min(each, cut) for each in natural]
    spare = max(room - sum(widths), 0)
    for index, each in enumerate(natural):  # what is left after equal measures goes to the first that lack it
        more = min(spare, each - widths[index])
        widths[index] += more
        spare -= more
    return widths


def _folded(text: str, room: int) -> list[str]:
    """The text in lines of a width, all indented as its first one is."""
    if len(text) <= room:
        return [text]
    from textwrap import wrap  # noqa: PLC0415  # 2 ms that only narrow terminals need

    lead = " " * min(len(text) - len(text.lstrip()), room // 2)
    return wrap(text.strip(), room, initial_indent=lead, subsequent_indent=lead)
