"""Which rows of the outline are on show: all but those inside a collapsed phase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from transition_planner.plan.outline import Outline


@dataclass(frozen=True, slots=True)
class Rows:
    """The lines of the board from above, and where each row of the outline is found on them."""

    shown: tuple[int, ...]
    """The outline's row of each line."""
    line: tuple[int, ...]
    """The line of each row of the outline; of a hidden row that of the collapsed phase it is in."""

    def __len__(self) -> int:
        return len(self.shown)


def rows(outline: Outline, collapsed: AbstractSet[str]) -> Rows:
    """The rows to show when the phases with these ids are collapsed."""
    if not collapsed:
        everything = tuple(range(len(outline)))
        return Rows(everything, everything)
    shown: list[int] = []
    line: list[int] = []
    closed_below = len(outline)
    """The depth below which rows are hidden just now."""
    for row, (id_, depth) in enumerate(zip(outline.ids, outline.depth, strict=True)):
        if depth <= closed_below:
            closed_below = depth if id_ in collapsed and outline.tasks[row].is_phase else len(outline)
            shown.append(row)
        line.append(len(shown) - 1)
    return Rows(tuple(shown), tuple(line))
