"""Lines and columns of offsets, with the line's text for showing it."""

from __future__ import annotations

import re

from transition_planner.plan.finding import Place

# Listing what is allowed says the same, but takes 5 ms to compile: `re` marks each such character by itself.
NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""The characters a plan may not hold: those YAML does not allow; lone surrogates, which stand for bytes that are no
UTF-8; and U+0085, U+2028 and U+2029, which end a line for libyaml but for no editor."""

_LINE_END = re.compile(r"[\r\n]")
# What could drive a terminal that a line of the file is shown on.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_LONGEST_SOURCE = 1000
"""Characters of a line that are kept for showing; a line may be as long as the file."""


def line_start(text: str, offset: int) -> int:
    """The offset of the first character of the line that an offset lies in."""
    start = text.rfind("\n", 0, offset) + 1
    return max(start, text.rfind("\r", start, offset) + 1)


def line_number(text: str, offset: int, known: tuple[int, int] = (0, 1)) -> int:
    """The line that an offset lies in, from 1; a line ends with LF, CR LF or CR.

    Counted from a `known` offset before it, not inside a CR LF, and its line.
    """
    begin, line = known
    crs = text.count("\r", begin, offset)
    return line + text.count("\n", begin, offset) + (crs and crs - text.count("\r\n", begin, offset))


def place_at(text: str, file: str, offset: int, length: int = 1, known: tuple[int, int] = (0, 1)) -> Place:
    """The place of some characters; only those on the first line are counted.

    A place far along a very long line comes without the line. `known` is that of `line_number`.
    """
    offset = min(offset, len(text))
    start = line_start(text, offset)
    line_end = _LINE_END.search(text, offset)
    end = line_end.start() if line_end else len(text)
    column = offset - start + 1
    kept = text[start : min(end, start + _LONGEST_SOURCE)] if column <= _LONGEST_SOURCE else ""
    length = max(1, min(length, end - offset))
    return Place(file, line_number(text, offset, known), column, length, _UNSHOWABLE.sub("\ufffd", kept))
