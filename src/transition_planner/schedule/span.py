"""From a task's start to its finish and back, as positions on its calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.worktime.instant import add_months, latest_before

if TYPE_CHECKING:
    from transition_planner.worktime.workcalendar import WorkCalendar


def finish_after(calendar: WorkCalendar, start: int, length: int, months: int) -> int:
    """The finish of work that starts at a position; one of no length finishes where it starts.

    Args:
        calendar: What both positions are on.
        start: The start position.
        length: Working minutes.
        months: For a duration by the calendar its months, else 0.
    """
    if months:
        return calendar.position(add_months(calendar.instant(start), months))
    return (start | 1) - 1 + 2 * length if length else start


def start_before(calendar: WorkCalendar, finish: int, length: int, months: int) -> int:
    """The latest start of work that finishes at a position, the mirror of `finish_after`."""
    if months:
        return calendar.position(latest_before(calendar.instant(finish), months))
    return (finish & -2) + 1 - 2 * length if length else finish
