"""A calendar of the plan, ready to be computed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.quantity import ELAPSED_MINUTES
from transition_planner.worktime.daytable import DayTable

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.quantity import Quantity
    from transition_planner.worktime.dayrules import DayRules


class WorkCalendar(DayTable):
    """Working time as arithmetic, with the lengths of its day and week.

    A position is twice the working minutes before an instant, plus 1 where the minute before it has no work:
    the end of Friday's work is 2w, the whole weekend up to Monday's first minute 2w + 1. So positions of one
    calendar compare as their instants do, and a finish at Friday's end is told from a start on Monday.
    """

    __slots__ = ("_unit_minutes", "day_minutes", "rules", "week_minutes")

    def __init__(self, rules: DayRules, start: date, day_minutes: int, week_minutes: int) -> None:
        super().__init__(rules.name, rules.patterns, start)
        self.rules = rules
        """What makes its days."""
        self.day_minutes = day_minutes
        """Minutes of `1d`."""
        self.week_minutes = week_minutes
        """Minutes of `1w`."""
        self._unit_minutes = {"min": 1, "h": 60, "d": day_minutes, "w": week_minutes} | ELAPSED_MINUTES

    def minutes(self, quantity: Quantity) -> int:
        """The quantity in minutes, rounded: working minutes, or clock minutes where it is elapsed.

        Raises:
            ValueError: for a percentage, and for emo and ey: their length depends on something else.
        """
        try:
            return round(quantity.amount * self._unit_minutes[quantity.unit])
        except KeyError:
            raise ValueError(
                _("{quantity} is no fixed number of minutes").format(quantity=quantity)
            ) from None

    def __repr__(self) -> str:
        return f"WorkCalendar({self.name!r})"
