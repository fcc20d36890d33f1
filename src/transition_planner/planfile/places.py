"""Lines and columns of offsets, with the line's text for showing it."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

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
_STRETCH = 1 << 14
"""Characters looked through at once for the ends of lines, in 8 µs."""


def line_start(text: str, offset: int) -> int:
    """The offset of the first character of the line that an offset lies in."""
    reach = _STRETCH
    while (
        True
    ):  # not to the text's start at once: where lines end with CR alone that is the way to the next LF
        begin = max(0, offset - reach)
        start = max(text.rfind("\n", begin, offset), text.rfind("\r", begin, offset)) + 1
        if start or not begin:
            return start
        reach *= 2


def line_number(text: str, offset: int) -> int:
    """The line that an offset lies in, from 1; a line ends with LF, CR LF or CR."""
    if offset < _STRETCH:
        return 1 + _line_ends(text, 0, offset)
    known = offset // _STRETCH
    return 1 + _ends_before(text)[known] + _line_ends(text, known * _STRETCH, offset)


# Of a plan and its register, for as many findings as there are: to count 17 MB for each of 38,000 took 220 s.
@lru_cache(maxsize=2)
def _ends_before(text: str) -> list[int]:
    """How many lines end before each stretch of a text."""
    begins = range(0, len(text), _STRETCH)
    return list(accumulate((_line_ends(text, at, at + _STRETCH) for at in begins), initial=0))


def _line_ends(text: str, begin: int, end: int) -> int:
    """How many lines end between two offsets; what ends with CR LF ends with the latter."""
    crs = text.count("\r", begin, end)
    return text.count("\n", begin, end) + (crs and crs - text.count("\r\n", begin, end + 1))


def place_at(text: str, file: str, offset: int, length: int = 1) -> Place:
    """The place of some characters; only those on the first line are counted.

    A place far along a very long line comes without the line.
    """
    offset = min(offset, len(text))
    start = line_start(text, offset)
    line_end = _LINE_END.search(text, offset)
    end = line_end.start() if line_end else len(text)
    column = offset - start + 1
    kept = text[start : min(end, start + _LONGEST_SOURCE)] if column <= _LONGEST_SOURCE else ""
    length = max(1, min(length, end - offset))
    return Place(file, line_number(text, offset), column, length, _UNSHOWABLE.sub("\ufffd", kept))
