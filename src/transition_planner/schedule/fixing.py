"""What else than links decides a task's dates: constraints, progress and dates set by hand.

All positions are on the calendar the task runs on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.schedule.span import finish_after, start_before
from transition_planner.schedule.work import is_under_way, minutes_ahead, whole_minutes

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.task import Task
    from transition_planner.schedule.work import Work
    from transition_planner.worktime.workcalendar import WorkCalendar


class Fixing(NamedTuple):
    """Bounds and pins of one task, as positions; None where there is none. A tuple, made in a third of the time."""

    floor: int | None = None
    """Its start is no earlier (start- and finish-no-earlier-than); once begun, the work ahead is no earlier."""
    ceiling: int | None = None
    """Its start is no later, and that breaks links (start- and finish-no-later-than)."""
    pin: int | None = None
    """Its start, whatever the links say (must-start-on, must-finish-on)."""
    latest: int | None = None
    """Its late finish is no later (the caps above and the deadline)."""
    dates: tuple[int, int] | None = None
    """Start and finish that are facts or set by hand."""
    begun: int | None = None
    """Its start, where it is under way."""
    whole: int = 0
    """Working minutes of the whole of a task under way."""
    started: bool = False
    """Whether its start is a fact."""
    finished: bool = False
    as_late_as_possible: bool = False

    @property
    def says_when(self) -> bool:
        """Whether it says more of the early dates than a floor does."""
        return (self.ceiling, self.pin, self.dates, self.begun) != (None, None, None, None)

    @property
    def says_until_when(self) -> bool:
        """Whether it says more of the late dates than that the finish is no later than some."""
        return self.finished or (self.pin, self.begun) != (None, None)

    @property
    def waits(self) -> bool:
        """Whether it starts as late as it may."""
        return self.as_late_as_possible and self.pin is None


DATES = frozenset({*CONSTRAINTS, "as_late_as_possible", "deadline", "manual", "started", "finished"})
"""The fields that say when a task is."""


def has_dates(task: Task) -> bool:
    """Whether anything but links says when a task is."""
    return not DATES.isdisjoint(task.model_fields_set)


def fixing(task: Task, work: Work, status: date | None) -> Fixing:
    """The bounds and pins of a task.

    Args:
        task: What the plan says.
        work: How the task runs.
        status: The plan's status date.

    Raises:
        NoWorkingTime: if its calendar has no time by, or from, a date that holds it.
    """
    ceilings = _ceilings(task, work)
    latest = _latest(task, work, ceilings)
    if task.manual is not None or task.finished is not None:
        return Fixing(
            latest=latest,
            dates=_dates(task, work),
            started=task.started is not None,
            finished=task.finished is not None,
        )
    if is_under_way(task):
        return _under_way(task, work, status, latest)
    ceiling, pin = min(ceilings, default=None), _pin(task, work)
    for position in (ceiling, pin):
        if position is not None:
            work.calendar.instant(position)  # raises where the calendar never reaches it
    return Fixing(
        floor=_floor(task, work),
        ceiling=ceiling,
        pin=pin,
        latest=latest,
        as_late_as_possible=task.as_late_as_possible,
    )


def _start_for(work: Work, finish: date) -> int:
    """The latest start that leads to a finish on a date."""
    return start_before(work.calendar, 2 * work.calendar.work(end_of(finish)), work.length, work.span)


def _floor(task: Task, work: Work) -> int | None:
    floors = []
    if task.start_no_earlier_than:
        floors.append(work.calendar.position(start_of(task.start_no_earlier_than.date)))
    if task.finish_no_earlier_than and task.is_milestone:
        floors.append(work.calendar.position(end_of(task.finish_no_earlier_than.date)))
    elif task.finish_no_earlier_than:
        start = _start_for(work, task.finish_no_earlier_than.date)
        work.calendar.instant(start)  # raises where it would lie before the calendar has any work
        floors.append(start)
    return max(floors, default=None)


def _ceilings(task: Task, work: Work) -> list[int]:
    ceilings = []
    if task.start_no_later_than:
        ceilings.append(work.calendar.position(start_of(task.start_no_later_than.date)))
    if task.finish_no_later_than:
        ceilings.append(_start_for(work, task.finish_no_later_than.date))
    return ceilings


def _pin(task: Task, work: Work) -> int | None:
    if task.must_start_on:
        return work.calendar.position(start_of(task.must_start_on.date))
    if task.must_finish_on:
        return _start_for(work, task.must_finish_on.date)
    return None


def _latest(task: Task, work: Work, ceilings: list[int]) -> int | None:
    latest = [finish_after(work.calendar, ceiling, work.length, work.span) for ceiling in ceilings]
    if task.deadline:
        latest.append(2 * work.calendar.work(end_of(task.deadline.date)))
    return min(latest, default=None)


def _dates(task: Task, work: Work) -> tuple[int, int]:
    """Start and finish of what is done, or is set by hand."""
    calendar = work.calendar
    if task.manual is not None:
        return calendar.position(start_of(task.manual.start)), _end(calendar, task.manual.finish)
    assert task.finished is not None  # noqa: S101  # the only caller has seen it
    finish = _end(calendar, task.finished)
    if task.started is not None:
        return calendar.position(start_of(task.started)), finish
    return start_before(calendar, finish, work.length, work.span), finish


def _under_way(task: Task, work: Work, status: date | None, latest: int | None) -> Fixing:
    assert task.started is not None  # noqa: S101  # so it is under way
    calendar = work.calendar
    begun = calendar.position(start_of(task.started))
    whole, ahead = whole_minutes(task, work), minutes_ahead(task, work)
    goes_on = [finish_after(calendar, begun, max(whole - ahead, 0))]
    if task.resumes is not None:
        goes_on.append(calendar.position(start_of(task.resumes)))
    if task.remaining is not None and status is not None:
        goes_on.append(_end(calendar, status))  # work that is known to be ahead is ahead of the status date
    if task.finish_no_earlier_than is not None:
        goes_on.append(start_before(calendar, _end(calendar, task.finish_no_earlier_than.date), ahead))
    return Fixing(floor=max(goes_on), latest=latest, begun=begun, whole=whole, started=True)


def _end(calendar: WorkCalendar, finish: date) -> int:
    return 2 * calendar.work(end_of(finish))
