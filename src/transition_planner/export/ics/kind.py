"""The kinds of dates that a calendar of the plan may hold."""

from __future__ import annotations

from enum import StrEnum

from transition_planner.locales import _


class Kind(StrEnum):
    """A kind of date, by the name a person types."""

    MILESTONES = "milestones"
    DEADLINES = "deadlines"
    DECISIONS = "decisions"
    TASKS = "tasks"
    WINDOWS = "windows"
    CLOSURES = "closures"

    @property
    def category(self) -> str:
        """The category of its events in the language spoken now, without a comma: readers split there."""
        return {
            Kind.MILESTONES: _("Milestone"),
            Kind.DEADLINES: _("Deadline"),
            Kind.DECISIONS: _("Decision"),
            Kind.TASKS: _("Task"),
            Kind.WINDOWS: _("Window"),
            Kind.CLOSURES: _("Closure"),
        }[self]

    @property
    def colour(self) -> str:
        """The name of its colour by CSS 3, the only form that RFC 7986 allows."""
        return _COLOURS[self]

    @property
    def reminders(self) -> tuple[int, ...]:
        """How many days before, at nine in the morning, its alarms ring."""
        return (14, 1) if self is Kind.DEADLINES else (1,)


_COLOURS = {
    Kind.MILESTONES: "steelblue",
    Kind.DEADLINES: "firebrick",
    Kind.DECISIONS: "darkorange",
    Kind.TASKS: "seagreen",
    Kind.WINDOWS: "slategray",
    Kind.CLOSURES: "silver",
}

USUAL = (Kind.MILESTONES, Kind.DEADLINES, Kind.DECISIONS)
"""What a calendar holds where nothing is chosen: bars of weeks and months would hide these."""
