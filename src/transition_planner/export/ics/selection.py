"""Which of a schedule's dates go into one calendar, and in which forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.export.ics.kind import USUAL

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.export.ics.kind import Kind
    from transition_planner.export.ics.occasion import Occasion


@dataclass(frozen=True, slots=True)
class Selection:
    """What one calendar is to hold."""

    kinds: frozenset[Kind] = frozenset(USUAL)
    organisations: frozenset[str] = frozenset()
    """The sides whose dates are wanted; empty for all."""
    critical_only: bool = False
    until: date | None = None
    """The last day on which something may begin; None for no end."""
    todos: bool = False
    """Whether tasks are also written as to-dos."""
    journals: bool = False
    """Whether decisions are also written as journal entries."""
    alarms: frozenset[Kind] = frozenset()
    """The kinds whose events ring before."""

    def wants(self, occasion: Occasion) -> bool:
        """Whether the occasion is one of those asked for."""
        return bool(occasion.found_by & self.kinds) and self.allows(occasion)

    def allows(self, occasion: Occasion) -> bool:
        """Whether an occasion of any kind is inside the limits."""
        return (
            (not self.organisations or not self.organisations.isdisjoint(occasion.sides))
            and (occasion.critical or not self.critical_only)
            and (self.until is None or occasion.first <= self.until)
        )
