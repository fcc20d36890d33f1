"""TP102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.worktime.calendars import Calendars
from transition_planner.worktime.instant import from_date
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP102", Family.STRUCTURE, Severity.ERROR)
def calendar_without_time(context: Context) -> Iterator[Offence]:
    """A calendar has too little working time.

    What it checks:
        That each calendar has working time from the plan's start on for all the work that is planned on it,
        within the years that a plan may use (up to 2199).

    Why it matters:
        Work on a calendar that never works is never done: the model has no dates at all.

    Example that fails:
        calendars:
          grant-call:
            week: mon-fri 08:00-16:00
            only: {on: 2020-05-04}
        tasks:
          apply: {duration: 2d, calendar: grant-call}

    Example that passes:
        calendars:
          grant-call:
            week: mon-fri 08:00-16:00
            only: {every: 05-02..05-31}
        tasks:
          apply: {duration: 2d, calendar: grant-call}

    Remedy:
        Give the calendar more days: a later date, a yearly span instead of one date, fewer closures. Or plan
        less work on it.

    Source:
        The meaning of working time.
    """
    if not isinstance(context.outcome, NoWorkingTime):
        return
    dry = {context.outcome.calendar: context.outcome}
    calendars = Calendars(context.plan)
    used = (task.calendar or context.plan.calendar for task in context.outline.tasks if not task.is_phase)
    for name in dict.fromkeys(used):
        try:
            calendars[name].instant(calendars[name].position(from_date(context.plan.start)) | 1)
        except NoWorkingTime as end:
            dry.setdefault(name, end)
    for name, obstacle in dry.items():
        yield Offence(
            _("the calendar {calendar} has no working time after {day} for the work planned on it").format(
                calendar=name, day=obstacle.around
            ),
            ("calendars", name) if name in context.plan.calendars else (),
            _("Give it more working days, or plan less on it; nothing in this model has a date until then."),
        )
