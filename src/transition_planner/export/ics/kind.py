"""The kinds of dates that a calendar of the plan may hold."""

from __future__ import annotations

from enum import StrEnum

from transition_planner.locales import _


class Kind(StrEnum):
    """A kind of date, by the name a person types."""

    MILESTONES = "milestones"
    DEADLINES = "deadlines"
    DECISIONS = "decisions"

    @property
    def category(self) -> str:
        """The category of its events in the language spoken now, without a comma: readers split there."""
        match self:
            case Kind.MILESTONES:
                return _("Milestone")
            case Kind.DEADLINES:
                return _("Deadline")
            case Kind.DECISIONS:
                return _("Decision")
