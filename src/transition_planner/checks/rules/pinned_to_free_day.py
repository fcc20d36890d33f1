"""TP212."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.pins import pins
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP212", Family.DATES, Severity.WARNING)
def pinned_to_free_day(context: Context) -> Iterator[Offence]:
    """A task is pinned to a day on which nobody works.

    What it checks:
        That the days of must-start-on, must-finish-on and `manual` of what takes time have work in its
        calendar.

    Why it matters:
        The date is a slip of the pen, or the task runs on another calendar than the plan says: the schedule
        moves it to a day that nobody meant.

    Example that fails:
        tasks: {sign: {duration: 1d, must-start-on: 2027-01-16}}

    Example that passes:
        tasks: {sign: {duration: 1d, must-start-on: 2027-01-18}}

    Remedy:
        Name a working day, or the calendar that works on this one.

    Source:
        Kazinex schedule checks; pinned weekend starts.
    """
    for row in context.open_rows:
        task, calendar = context.outline.tasks[row], context.schedule.calendar(row)
        if task.is_milestone:
            continue
        for field, day in pins(task):
            if not calendar.works_on(to_date(start_of(day))):
                yield Offence(
                    _("{task} has {field} {day}, when {calendar} has no work").format(
                        task=context.outline.ids[row],
                        field=field,
                        day=written(day),
                        calendar=calendar.name,
                    ),
                    context.at(row, field),
                    _("Name a working day, or the calendar that works on this one."),
                )
