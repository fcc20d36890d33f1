"""How a task runs: on which calendar, for how long, and on which calendar its float is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.moment import FIRST_YEAR, LAST_YEAR
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.schedule.span import Months, Team, finish_after

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.plan.quantity import Quantity
    from transition_planner.plan.task import Task
    from transition_planner.schedule.span import Span
    from transition_planner.worktime.calendars import Calendars
    from transition_planner.worktime.workcalendar import WorkCalendar

_MOST_MONTHS = 12 * (LAST_YEAR - FIRST_YEAR + 1)
"""They lead out of the years that plans may use from each of their days; more could leave those that dates have."""


class Work(NamedTuple):
    """A task's whole work, progress aside."""

    calendar: WorkCalendar
    """What it runs on; for phases and elapsed durations round the clock."""
    length: int
    """Working minutes on that calendar; 0 for phases, milestones and where there is a span."""
    span: Span | None = None
    """What it takes instead of a fixed length."""
    measure: WorkCalendar | None = None
    """The calendar that counts its float, where that is not the one it runs on."""


def role_calendars(plan: Plan) -> dict[str, str]:
    """The names of the calendars of those roles that have one."""
    return {name: role.calendar for name, role in plan.roles.items() if role.calendar is not None}


def work_of(plan: Plan, task: Task, calendars: Calendars, of_roles: Mapping[str, str]) -> Work:
    """How a task runs; `of_roles` are the roles' calendars."""
    if task.is_phase or (task.duration is not None and task.duration.elapsed):
        return _round_the_clock(task, calendars[ALWAYS])
    own = calendars[task.calendar or plan.calendar]
    parts = _of_roles(task, calendars, of_roles) if of_roles else ()
    if len(parts) > 1:
        return _of_team(task, calendars.either(parts), parts, own)
    calendar = parts[0] if parts else own
    return Work(calendar, _minutes(task, calendar), measure=own if calendar is not own else None)


def months_of(quantity: Quantity | None) -> int:
    """The months of a quantity that goes by the calendar, at most all that plans may use; 0 of any other."""
    if quantity is None or not quantity.by_calendar:
        return 0
    months = round(quantity.amount * (12 if quantity.unit == "ey" else 1))
    return max(-_MOST_MONTHS, min(months, _MOST_MONTHS))


def is_under_way(task: Task) -> bool:
    """Whether it has begun, is not done, and is not kept to dates set by hand."""
    return task.started is not None and task.finished is None and task.manual is None


def whole_minutes(task: Task, work: Work) -> int:
    """Working minutes of the whole task; where its length varies, from when it began."""
    if work.span is None or task.started is None:
        return work.length
    begun = work.calendar.position(start_of(task.started))
    return (finish_after(work.calendar, begun, 0, work.span) >> 1) - (begun >> 1)


def minutes_ahead(task: Task, work: Work) -> int:
    """Working minutes that are still ahead of a task under way."""
    if task.remaining is not None:
        return work.calendar.minutes(task.remaining)
    whole = whole_minutes(task, work)
    return whole - round(whole * (task.done or 0) / 100)


def _round_the_clock(task: Task, always: WorkCalendar) -> Work:
    if task.is_phase:
        return Work(always, 0)
    months = months_of(task.duration)
    return Work(always, 0, Months(months)) if months else Work(always, _minutes(task, always))


def _of_roles(task: Task, calendars: Calendars, of_roles: Mapping[str, str]) -> tuple[WorkCalendar, ...]:
    """The calendars of its roles that have one, each inside the task's own, each once."""
    if task.ignore_role_calendars:
        return ()
    roles = (task.owner, *task.involves) if task.owner else task.involves
    names = dict.fromkeys(of_roles[role] for role in roles if role in of_roles)
    return tuple(
        calendars.common(task.calendar, name) if task.calendar not in {None, name} else calendars[name]
        for name in names
    )


def _of_team(task: Task, calendar: WorkCalendar, parts: tuple[WorkCalendar, ...], own: WorkCalendar) -> Work:
    minutes = [_minutes(task, part) for part in parts]
    if not any(minutes):
        return Work(calendar, 0, measure=own)
    return Work(calendar, 0, Team(tuple(zip(parts, minutes, strict=True))), own)


def _minutes(task: Task, calendar: WorkCalendar) -> int:
    if task.duration is not None:
        return calendar.minutes(task.duration)
    if task.manual is not None:
        return calendar.work(end_of(task.manual.finish)) - calendar.work(start_of(task.manual.start))
    return 0
