"""TP213."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.worktime.instant import day_number, to_date
from transition_planner.worktime.reasons import ReasonKind, free_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.worktime.dayrules import DayRules
    from transition_planner.worktime.instant import Instant


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
    closed = _closed_days(plans.rules, schedule.start, schedule.finish)
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
        first, last = schedule.first_day(row), schedule.last_day(row)
        if bisect_left(closed, day_number(first)) == bisect_right(closed, day_number(last)):
            continue  # most tasks: reasons of free days are searched in closures alone
        for span in free_spans(plans, first, last):
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


def _closed_days(rules: DayRules, start: Instant, finish: Instant) -> list[int]:
    """The numbers of the days in the years of a span that closures take out, in order."""
    years = range(to_date(start).year, to_date(finish).year + 1)
    found = {day for days, _why in rules.closed for year in years for day in days(year)}
    for inner in (*rules.any_of, *([rules.within] if rules.within else [])):
        found.update(_closed_days(inner, start, finish))
    return sorted(found)
