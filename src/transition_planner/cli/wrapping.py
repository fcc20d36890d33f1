"""Tables that are wider than the terminal: their longest cells go on in further lines."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

GAP = 2
"""Spaces between columns."""

_WORD = re.compile(r"[^ ]+")
_PART = re.compile(r"[^ -]*-|[^ -]+")
"""What is left of a word that may be broken behind its hyphens."""
_WHOLE = 18
"""Dates and amounts are no longer: columns as narrow as that stay so while others can give."""


def wrapped(rows: Sequence[Sequence[str]], room: int) -> Iterator[tuple[str, ...]]:
    """The rows with each cell broken between words where its column is made narrower, so that they fit.

    Ids are broken, behind a hyphen, only where it cannot be helped: people copy them. A table whose words alone are
    wider than the room stays wider.

    Args:
        rows: As many texts each.
        room: Characters in a line.
    """
    widths = column_widths(rows, room)
    for row in rows:
        yield from zip_longest(*map(_lines, row, widths), fillvalue="")


def column_widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """How wide each column is: what it asks for, or less of the widest ones where all together ask for too much."""
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    excess = sum(widths) + GAP * (len(widths) - 1) - room
    for unbroken, floor in ((_WORD, _WHOLE), (_PART, _WHOLE), (_PART, 1)):
        least = [max(_longest(column, unbroken), floor) for column in columns]
        while excess > 0 and any(width > end for width, end in zip(widths, least, strict=True)):
            _width, at = max((width, -at) for at, width in enumerate(widths) if width > least[at])
            widths[-at] -= 1
            excess -= 1
    return widths


def _longest(column: Sequence[str], unbroken: re.Pattern[str]) -> int:
    return max((len(each) for cell in column for each in unbroken.findall(cell)), default=1)


def _lines(text: str, width: int) -> list[str]:
    if len(text) <= width:
        return [text]
    import textwrap  # noqa: PLC0415  # 3 ms that tables with room for all do not need

    indent = text[: len(text) - len(text.lstrip(" "))]
    hyphens = any(len(word) > width for word in text.split())
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=hyphens
    )
