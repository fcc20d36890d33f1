"""Arcs: links made ready for the passes.

A position on a calendar is twice the working minutes before it, plus one where it lies after a gap (see worktime).
Each row has two slots: 2*row is its start, 2*row+1 its finish. Between tasks of one calendar every type of link is
`start of successor >= slot of predecessor + weight`, an addition of integers. What crosses calendars, waits by the
clock or by months goes through instants (see crossing): 11,000 crossings cost as much as 90,000 additions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from transition_planner.plan.link import Link

Direct = tuple[int, int]
"""Slot and weight: the bound is the slot's position plus the weight."""


_FROM_START = (LinkType.SS, LinkType.SF)
_TO_FINISH = (LinkType.FF, LinkType.SF)


class Arc(NamedTuple):
    """A link between two rows of the outline. A tuple: 30,000 are made three times faster than of a dataclass."""

    pred: int
    """The predecessor's row; a phase stands for all its tasks."""
    succ: int
    """The row that is bound: always a task, also where the link is written at its phase."""
    link: Link
    written: int
    """The row that the link is written at."""

    @property
    def from_start(self) -> bool:
        """Whether the predecessor's start binds, not its finish."""
        return self.link.type in _FROM_START

    @property
    def to_finish(self) -> bool:
        """Whether the successor's finish is bound, not its start."""
        return self.link.type in _TO_FINISH


def direct(arc: Arc, lag: int, pred_length: int, succ_length: int) -> tuple[Direct, Direct]:
    """The arc as additions, forward on the early slots and backward on the late ones; lengths in working minutes."""
    pred, succ, lag = 2 * arc.pred, 2 * arc.succ, 2 * lag
    gap = 1 if succ_length else 0  # behind the end of what takes time a gap costs its predecessor nothing
    match arc.link.type:
        case LinkType.FS:
            return (pred + 1, lag), (succ, -lag)
        case LinkType.SS:
            return (pred, lag), (succ, 2 * pred_length - lag)
        case LinkType.FF:
            return (pred + 1, lag - 2 * succ_length), (succ + 1, gap - lag)
        case LinkType.SF:
            return (pred, lag - 2 * succ_length), (succ + 1, 2 * pred_length + gap - lag)
