"""A plan handed to MPXJ's scheduler, the second opinion: only tasks, links, calendars, constraints and deadlines.

Needs the package mpxj and Java 17; what it returns are dates by task id.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import jpype
import mpxj

from transition_planner.plan.calendar import parse_week
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from transition_planner.plan.link import Link
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.quantity import Quantity
    from transition_planner.plan.task import Fixed, Task

if not jpype.isJVMStarted():
    mpxj.startJVM()

_LINKS = {"FS": "FINISH_START", "SS": "START_START", "FF": "FINISH_FINISH", "SF": "START_FINISH"}
_CONSTRAINTS = {
    "start_no_earlier_than": "START_NO_EARLIER_THAN",
    "start_no_later_than": "START_NO_LATER_THAN",
    "finish_no_earlier_than": "FINISH_NO_EARLIER_THAN",
    "finish_no_later_than": "FINISH_NO_LATER_THAN",
    "must_start_on": "MUST_START_ON",
    "must_finish_on": "MUST_FINISH_ON",
}
_WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
_UNITS = {"h": "HOURS", "eh": "ELAPSED_HOURS", "%": "PERCENT"}


class Dates(NamedTuple):
    """What MPXJ finds for one task."""

    start: datetime
    finish: datetime
    late_start: datetime
    late_finish: datetime


def mpxj_dates(plan: Plan) -> dict[str, Dates]:
    """The dates of all tasks; durations and lags must be in hours, elapsed hours or percent, tasks without phases."""
    file = _java("org.mpxj.ProjectFile")()
    calendars = {name: _calendar(file, name, entry.weeks) for name, entry in plan.calendars.items()}
    properties = file.getProjectProperties()
    properties.setDefaultCalendar(calendars[plan.calendar])
    start = _moment(to_datetime(start_of(plan.start)))
    properties.setStartDate(start)
    tasks = {id_: _task(file, id_, task, calendars) for id_, task in plan.tasks.items()}
    for id_, task in plan.tasks.items():
        for link in task.after:
            tasks[id_].addPredecessor(_relation(tasks[link.task], link))
    _java("org.mpxj.cpm.MicrosoftScheduler")().schedule(file, start)
    return {
        id_: Dates(
            _python(task.getStart()),
            _python(task.getFinish()),
            _python(task.getLateStart()),
            _python(task.getLateFinish()),
        )
        for id_, task in tasks.items()
    }


def _java(name: str) -> Any:
    return jpype.JClass(name)


def _moment(moment: datetime) -> Any:
    return _java("java.time.LocalDateTime").of(
        moment.year, moment.month, moment.day, moment.hour, moment.minute
    )


def _python(moment: Any) -> datetime:
    return datetime.fromisoformat(str(moment))


def _calendar(file: Any, name: str, weeks: tuple[str, ...]) -> Any:
    calendar = file.addCalendar()
    calendar.setName(name)
    clock = _java("java.time.LocalTime")
    hours = {day: periods for line in weeks for day, periods in parse_week(line).items()}
    for number, weekday in enumerate(_WEEKDAYS):
        day = getattr(_java("java.time.DayOfWeek"), weekday)
        calendar.setWorkingDay(day, number in hours)
        ranges = calendar.addCalendarHours(day)
        for first, last in hours.get(number, ()):
            span = (clock.of(*divmod(first, 60)), clock.of(*divmod(last, 60)))
            ranges.add(_java("org.mpxj.LocalTimeRange")(*span))
    return calendar


def _duration(quantity: Quantity) -> Any:
    unit = getattr(_java("org.mpxj.TimeUnit"), _UNITS[quantity.unit])
    return _java("org.mpxj.Duration").getInstance(float(quantity.amount), unit)


def _task(file: Any, id_: str, task: Task, calendars: dict[str, Any]) -> Any:
    made = file.addTask()
    made.setName(id_)
    assert task.duration is not None
    made.setDuration(_duration(task.duration))
    made.setRemainingDuration(_duration(task.duration))
    made.setActualDuration(_java("org.mpxj.Duration").getInstance(0.0, _java("org.mpxj.TimeUnit").HOURS))
    made.setMilestone(task.is_milestone)
    made.setTaskMode(_java("org.mpxj.TaskMode").AUTO_SCHEDULED)
    if task.calendar is not None:
        made.setCalendar(calendars[task.calendar])
    types = _java("org.mpxj.ConstraintType")
    made.setConstraintType(
        types.AS_LATE_AS_POSSIBLE if task.as_late_as_possible else types.AS_SOON_AS_POSSIBLE
    )
    for field, type_ in _CONSTRAINTS.items():
        fixed: Fixed | None = getattr(task, field)
        if fixed is not None:
            made.setConstraintType(getattr(types, type_))
            bound = start_of if "start" in field else end_of
            made.setConstraintDate(_moment(to_datetime(bound(fixed.date))))
    if task.deadline is not None:
        made.setDeadline(_moment(to_datetime(end_of(task.deadline.date))))
    return made


def _relation(pred: Any, link: Link) -> Any:
    relation = _java("org.mpxj.Relation").Builder().predecessorTask(pred)
    relation = relation.type(getattr(_java("org.mpxj.RelationType"), _LINKS[link.type]))
    return relation if link.lag is None else relation.lag(_duration(link.lag))
