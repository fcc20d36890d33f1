"""The order of merged entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def merged_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """All keys of both sides: in the order of the one that changed it, else of ours; new ones behind their neighbour.

    Keys that are on neither side are left out.
    """
    first, second = (
        (theirs, ours) if _same_order(base, ours) and not _same_order(base, theirs) else (ours, theirs)
    )
    order = list(first)
    placed = set(order)
    for index, key in enumerate(second):
        if key not in placed:
            before = next((each for each in reversed(second[:index]) if each in placed), None)
            order.insert(order.index(before) + 1 if before is not None else 0, key)
            placed.add(key)
    return order


def _same_order(base: Sequence[str], side: Sequence[str]) -> bool:
    """Whether the keys that both have follow each other alike."""
    return [key for key in base if key in side] == [key for key in side if key in base]
