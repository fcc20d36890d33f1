"""From a task's start to its finish and back, as positions on its calendar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.worktime.instant import add_months, latest_before
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Months:
    """A duration by the calendar: as long as the months it starts in."""

    count: int

    def start_from(self, start: int) -> int:
        """Where work begins that could begin at a position: there, since it runs round the clock."""
        return start

    def finish_after(self, calendar: WorkCalendar, start: int) -> int:
        """The finish of what starts at a position."""
        return calendar.position(add_months(calendar.instant(start), self.count))

    def start_before(self, calendar: WorkCalendar, finish: int) -> int:
        """The latest start of what finishes at a position."""
        return calendar.position(latest_before(calendar.instant(finish), self.count))


@dataclass(frozen=True, slots=True)
class Team:
    """The work of several roles, each on its own calendar: it begins with the first and is done with the last."""

    parts: tuple[tuple[WorkCalendar, int], ...]
    """Each role's calendar and its working minutes there, more than none."""

    def start_from(self, start: int) -> int:
        """Where work begins that could begin at a position: when the first of them is at work."""
        return start | 1

    def finish_after(self, calendar: WorkCalendar, start: int) -> int:
        """The finish of what starts at a position."""
        begin = calendar.instant(start)
        return calendar.position(
            max(part.instant(2 * (part.work(begin) + minutes)) for part, minutes in self.parts)
        )

    def start_before(self, calendar: WorkCalendar, finish: int) -> int:
        """The latest start of what finishes at a position."""
        try:
            end = calendar.instant(finish)
            return calendar.position(
                min(part.instant(2 * (part.work(end) - minutes) + 1) for part, minutes in self.parts)
            )
        except NoWorkingTime:  # before any of their work: as if the longest of them were alone
            return (finish & -2) + 1 - 2 * max(minutes for _, minutes in self.parts)


Span = Months | Team
"""What a task takes where that is no fixed number of its calendar's working minutes."""


def finish_after(calendar: WorkCalendar, start: int, length: int, span: Span | None = None) -> int:
    """The finish of work that starts at a position; one of no length finishes where it starts.

    Args:
        calendar: What both positions are on.
        start: The start position.
        length: Working minutes, where there is no span.
        span: What it takes instead.
    """
    if span is not None:
        return span.finish_after(calendar, start)
    return (start | 1) - 1 + 2 * length if length else start


def start_before(calendar: WorkCalendar, finish: int, length: int, span: Span | None = None) -> int:
    """The latest start of work that finishes at a position, the mirror of `finish_after`."""
    if span is not None:
        return span.start_before(calendar, finish)
    return (finish & -2) + 1 - 2 * length if length else finish
