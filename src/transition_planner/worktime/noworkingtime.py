"""The end of a calendar's working time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from datetime import date


class NoWorkingTime(Exception):  # noqa: N818  # it is no mistake of the program but a fact about the calendar
    """More working time was asked of a calendar than it has in the years that calendars cover."""

    def __init__(self, calendar: str, around: date, *, before: bool = False) -> None:
        self.calendar = calendar
        """The calendar's name."""
        self.around = around
        """The last day with work (to the left: the first), or the plan's start where there is none at all."""
        self.before = before
        """Whether that is the first day with work, and time before it was asked for."""
        super().__init__(
            _(
                "the calendar {calendar} has no working time left around {around}: "
                "give it more working days, or plan less on it"
            ).format(calendar=calendar, around=around.isoformat())
        )
