"""What the cells of the board are painted with, by meaning; the palette knows the colours.

Both are integers, because the palette is asked by them some thousand times a frame, and an Enum's hash is Python.
"""

from __future__ import annotations

from enum import IntEnum, auto

Run = tuple[str, "Ink", "Ground"]
"""Some characters of one ink on one ground."""


class Ink(IntEnum):
    """What a character stands for."""

    TEXT = auto()
    FAINT = auto()
    PHASE = auto()
    HEADING = auto()
    CRITICAL = auto()
    NEAR = auto()
    NORMAL = auto()
    DONE = auto()
    SUMMARY = auto()
    FLOAT = auto()
    TODAY = auto()
    LINK = auto()
    KEY = auto()
    DEADLINE = auto()
    MISSED = auto()
    RULE = auto()


class Ground(IntEnum):
    """What lies behind a character."""

    PLAIN = auto()
    CLOSED = auto()
    CURSOR = auto()
    HEADING = auto()
    NOTICE = auto()


def runs(text: list[str], inks: list[Ink], grounds: list[Ground]) -> list[Run]:
    """The cells, those alike and side by side joined; the three lists have one entry a cell."""
    joined: list[Run] = []
    start = 0
    size = len(text)
    while start < size:
        ink, ground = inks[start], grounds[start]
        end = start + 1
        while end < size and inks[end] is ink and grounds[end] is ground:
            end += 1
        joined.append(("".join(text[start:end]), ink, ground))
        start = end
    return joined
