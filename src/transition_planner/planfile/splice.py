"""Splices: the only way a plan's text is ever changed. What no splice touches stays byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Splice:
    """One span of a text replaced."""

    start: int
    """Characters before it in the text as it was."""
    removed: str
    inserted: str

    @property
    def end(self) -> int:
        """Characters up to its end in the text as it was."""
        return self.start + len(self.removed)

    @property
    def growth(self) -> int:
        """By how many characters the text gets longer."""
        return len(self.inserted) - len(self.removed)


def spliced(text: str, splices: Sequence[Splice]) -> str:
    """The text with the splices made; they stand in its order and do not overlap.

    Raises:
        ValueError: if the text is not the one they were made for.
    """
    parts: list[str] = []
    here = 0
    for splice in splices:
        if splice.start < here or not text.startswith(splice.removed, splice.start):
            raise ValueError(splice)
        parts += (text[here : splice.start], splice.inserted)
        here = splice.end
    parts.append(text[here:])
    return "".join(parts)


def inverse(splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """The splices that take these back."""
    mirrored: list[Splice] = []
    growth = 0
    for splice in splices:
        mirrored.append(Splice(splice.start + growth, splice.inserted, splice.removed))
        growth += splice.growth
    return tuple(mirrored)


def combined(text: str, first: Sequence[Splice], then: Sequence[Splice], final: str) -> tuple[Splice, ...]:
    """The splices that lead from a text to the final one in one step instead of two."""
    changed = [(splice.start, splice.end, -splice.growth, 0) for splice in inverse(first)]
    changed += [(splice.start, splice.end, 0, splice.growth) for splice in then]
    spans: list[tuple[int, int, int, int]] = []  # of the text in between, with how much each step added there
    for start, end, by_first, by_then in sorted(changed):
        if spans and start <= spans[-1][1]:
            last = spans.pop()
            spans.append((last[0], max(last[1], end), last[2] + by_first, last[3] + by_then))
        else:
            spans.append((start, end, by_first, by_then))
    result: list[Splice] = []
    back = forth = 0
    for start, end, by_first, by_then in spans:
        removed = text[start - back : end - back - by_first]
        result.append(Splice(start - back, removed, final[start + forth : end + forth + by_then]))
        back, forth = back + by_first, forth + by_then
    return tuple(result)


def between(old: str, new: str) -> Splice:
    """The one span in which two texts differ."""
    most = min(len(old), len(new))
    start = _longest(most, lambda length: old[:length] == new[:length])
    tail = _longest(most - start, lambda length: old[len(old) - length :] == new[len(new) - length :])
    return Splice(start, old[start : len(old) - tail], new[start : len(new) - tail])


def _longest(most: int, same: Callable[[int], bool]) -> int:
    """The greatest length for which two texts are the same, by halving: 0.1 ms for 80,000 characters."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if same(middle):
            least = middle
        else:
            most = middle - 1
    return least
