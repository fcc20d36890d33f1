"""What the cells of the board are painted with, by meaning; the palette knows the colours.

Both are integers, because the palette is asked by them some thousand times a frame, and an Enum's hash is Python.
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    FIELD = auto()


def runs(text: Sequence[str], inks: Sequence[Ink], grounds: Sequence[Ground]) -> list[Run]:
    """The cells, those alike and side by side joined; the three lists have one entry a cell."""
    joined: list[Run] = []
    start = 0
    ink, ground = (inks[0], grounds[0]) if text else (Ink.TEXT, Ground.PLAIN)
    for at, (next_ink, next_ground) in enumerate(zip(inks, grounds, strict=True)):
        if next_ink is not ink or next_ground is not ground:
            joined.append(("".join(text[start:at]), ink, ground))
            start, ink, ground = at, next_ink, next_ground
    if text:
        joined.append(("".join(text[start:]), ink, ground))
    return joined
