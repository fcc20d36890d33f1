"""TPA03."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.announced import announced
from transition_planner.checks.pins import pins
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.announced import Announced
    from transition_planner.checks.context import Context


@rule("TPA03", Family.CALENDARS, Severity.WARNING)
def date_on_free_day(context: Context) -> Iterator[Offence]:
    """A date that calendars show is said to be on a day on which nobody works.

    What it checks:
        Of milestones that they are not pinned by must-start-on, must-finish-on or `manual` to a day on which their
        calendar has no work; of deadlines without a reason, that they are not on a day on which neither the task's
        calendar nor the plan's has any.

    Why it matters:
        Calendars show such a milestone on the working day beside it, so that file and calendar tell two days. A
        deadline on a Sunday is missed on the Friday before; where somebody else has set it, the plan says who.

    Example that fails:
        tasks: {signed: {must-start-on: 2027-01-16}}

    Example that passes:
        tasks: {signed: {must-start-on: 2027-01-18}}

    Remedy:
        Name a working day. What holds on its day whether anybody works or not has the calendar `always`; a
        deadline that others have set has a `why`.

    Source:
        docs/calendars.md: each date is a whole-day event; Kazinex schedule checks, pinned weekend starts.
    """
    for each in announced(context.plan, context.outline):
        if each.task.finished is None and not context.undated(each.row):
            yield from _late(context, each) if each.deadline else _shifted(context, each)


def _late(context: Context, each: Announced) -> Iterator[Offence]:
    deadline, schedule = each.task.deadline, context.schedule
    if deadline is None or deadline.why:
        return
    day, calendar = to_date(start_of(deadline.date)), schedule.calendar(each.row)
    if not calendar.works_on(day) and not schedule.calendars[context.plan.calendar].works_on(day):
        yield Offence(
            _("{task} has its deadline on {day}, when {calendar} has no work").format(
                task=context.outline.ids[each.row], day=written(deadline.date), calendar=calendar.name
            ),
            each.at(context),
            _("Name the last working day before, or the reason for this one."),
        )


def _shifted(context: Context, each: Announced) -> Iterator[Offence]:
    calendar = context.schedule.calendar(each.row)
    if not each.task.is_milestone:
        return  # of what takes time TP212 tells it
    for field, day in pins(each.task):
        if not calendar.works_on(to_date(start_of(day))):
            yield Offence(
                _(
                    "{task} has {field} {day}, when {calendar} has no work: calendars show it on {shown}"
                ).format(
                    task=context.outline.ids[each.row],
                    field=field,
                    day=written(day),
                    calendar=calendar.name,
                    shown=written(context.schedule.first_day(each.row)),
                ),
                context.at(each.row, field),
                _("Name a working day, or the calendar `always`."),
            )
            return
