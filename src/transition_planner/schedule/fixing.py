"""What else than links decides a task's dates: constraints, progress and dates set by hand.

All positions are on the task's own calendar. A day means its first minute for a start and its last for a finish.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import MINUTES_OF_DAY
from transition_planner.plan.task import CONSTRAINTS
from transition_planner.schedule.span import finish_after, start_before
from transition_planner.worktime.instant import from_date

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.task import Task
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True)
class Fixing:
    """Bounds and pins of one task, as positions; None where there is none."""

    floor: int | None = None
    """Its start is no earlier (start- and finish-no-earlier-than)."""
    ceiling: int | None = None
    """Its start is no later, and that breaks links (start- and finish-no-later-than)."""
    pin: int | None = None
    """Its start, whatever the links say (must-start-on, must-finish-on)."""
    latest: int | None = None
    """Its late finish is no later (the caps above and the deadline)."""
    actual: tuple[int, int] | None = None
    """Start and finish that are facts or set by hand."""
    remaining: int | None = None
    """Working minutes ahead of a task that has begun."""
    finished: bool = False
    as_late_as_possible: bool = False


_DATES = frozenset({*CONSTRAINTS, "as_late_as_possible", "deadline", "manual", "started", "finished"})


def has_dates(task: Task) -> bool:
    """Whether anything but links says when a task is."""
    return not _DATES.isdisjoint(task.model_fields_set)


def start_of(moment: date) -> int:
    """The instant a start date means: the day's first minute, or the given one."""
    return from_date(moment)


def end_of(moment: date) -> int:
    """The instant a finish date means: the day's end, or the given minute."""
    return from_date(moment) if isinstance(moment, datetime) else from_date(moment) + MINUTES_OF_DAY


def fixing(task: Task, calendar: WorkCalendar, length: int, months: int, status: date | None) -> Fixing:
    """The task's bounds and pins.

    Args:
        task: What the plan says.
        calendar: The calendar the task runs on.
        length: Its working minutes there.
        months: Its months where its duration goes by the calendar, else 0.
        status: The plan's status date.
    """

    def start(finish: date) -> int:
        return start_before(calendar, 2 * calendar.work(end_of(finish)), length, months)

    floors, ceilings, latest = [], [], []
    if task.start_no_earlier_than:
        floors.append(calendar.position(start_of(task.start_no_earlier_than.date)))
    if task.finish_no_earlier_than and length == months == 0:
        floors.append(calendar.position(end_of(task.finish_no_earlier_than.date)))
    elif task.finish_no_earlier_than:
        floors.append(start(task.finish_no_earlier_than.date))
    if task.start_no_later_than:
        ceilings.append(calendar.position(start_of(task.start_no_later_than.date)))
    if task.finish_no_later_than:
        ceilings.append(start(task.finish_no_later_than.date))
    latest = [finish_after(calendar, ceiling, length, months) for ceiling in ceilings]
    if task.deadline:
        latest.append(2 * calendar.work(end_of(task.deadline.date)))
    pin = None
    if task.must_start_on:
        pin = calendar.position(start_of(task.must_start_on.date))
    elif task.must_finish_on:
        pin = start(task.must_finish_on.date)
    return Fixing(
        floor=max(floors, default=None),
        ceiling=min(ceilings, default=None),
        pin=pin,
        latest=min(latest, default=None),
        actual=_actual(task, calendar, length, months, status),
        remaining=_remaining(task, calendar, length),
        finished=task.finished is not None,
        as_late_as_possible=task.as_late_as_possible,
    )


def manual_length(task: Task, calendar: WorkCalendar) -> int:
    """Working minutes between the dates set by hand."""
    assert task.manual is not None  # noqa: S101  # the caller asks only for such tasks
    return calendar.work(end_of(task.manual.finish)) - calendar.work(start_of(task.manual.start))


def _remaining(task: Task, calendar: WorkCalendar, length: int) -> int | None:
    if task.started is None or task.finished is not None:
        return None
    if task.remaining is not None:
        return calendar.minutes(task.remaining)
    return length - round(length * (task.done or 0) / 100)


def _actual(
    task: Task, calendar: WorkCalendar, length: int, months: int, status: date | None
) -> tuple[int, int] | None:
    if task.manual:
        return calendar.position(start_of(task.manual.start)), 2 * calendar.work(end_of(task.manual.finish))
    if task.finished:
        finish = 2 * calendar.work(end_of(task.finished))
        if task.started:
            return calendar.position(start_of(task.started)), finish
        return start_before(calendar, finish, length, months), finish
    if task.started is None:
        return None
    start = calendar.position(start_of(task.started))
    if task.remaining is None:
        return start, finish_after(calendar, start, length, months)
    # Work that is known to be ahead is ahead of the status date.
    known = max(start >> 1, calendar.work(end_of(status))) if status else start >> 1
    return start, 2 * (known + calendar.minutes(task.remaining))
