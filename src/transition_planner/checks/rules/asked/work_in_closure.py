"""TP213."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.worktime.reasons import ReasonKind, free_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP213", Family.DATES, Severity.INFO, asked_only=True)
def work_in_closure(context: Context) -> Iterator[Offence]:
    """A task is at work while the plan's calendar is closed.

    What it checks:
        That tasks on a calendar of their own, windows and waits by the clock apart, have no work in the
        closures of the plan's calendar.

    Why it matters:
        In July, or in the winter break, schools and boards are not there: what needs them then waits,
        whatever the plan says.

    Example that fails:
        calendars:
          summer: {week: mon-fri 08:00-16:00}
          office:
            week: mon-fri 08:00-16:00
            closed: [{from: 2027-01-11, to: 2027-01-15, why: Winter break}]
        tasks: {paint: {duration: 5d, calendar: summer}}

    Example that passes:
        calendars:
          office:
            week: mon-fri 08:00-16:00
            closed: [{from: 2027-01-11, to: 2027-01-15, why: Winter break}]
        tasks: {paint: {duration: 5d}}

    Remedy:
        Move it out of the closure, or see whether whoever it needs is there.

    Source:
        GAO-16-89G, best practice 4: calendars are right.
    """
    schedule = context.schedule
    plans = schedule.calendars[context.plan.calendar]
    for row in context.open_rows:
        task, calendar = context.outline.tasks[row], schedule.calendar(row)
        by_clock = task.duration is None or task.duration.elapsed
        if (
            context.undated(row)
            or by_clock
            or task.is_milestone
            or calendar.name == plans.name
            or calendar.rules.window
        ):
            continue
        for span in free_spans(plans, schedule.first_day(row), schedule.last_day(row)):
            closures = [each for each in span.reasons if each.kind is ReasonKind.CLOSURE]
            if closures and calendar.work(end_of(span.last)) > calendar.work(start_of(span.first)):
                yield Offence(
                    _("{task} is at work from {first} to {last}, when {calendar} is closed: {why}").format(
                        task=context.outline.ids[row],
                        first=span.first,
                        last=span.last,
                        calendar=plans.name,
                        why=listed([str(each) for each in closures]),
                    ),
                    context.at(row),
                    _("Move it out of the closure, or see whether whoever it needs is there."),
                )
