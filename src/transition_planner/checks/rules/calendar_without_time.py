"""TP102."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.moment import LAST_YEAR
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath


@rule("TP102", Family.STRUCTURE, Severity.ERROR)
def calendar_without_time(context: Context) -> Iterator[Offence]:
    """A calendar has too little working time.

    What it checks:
        That each calendar has working time from the plan's start on for all the work that is planned on it,
        within the years that a plan may use (up to 2199).

    Why it matters:
        Work on a calendar that never works is never done. Until that is put right it is taken to need no time,
        and all dates after it are too early.

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
    for name, (nothing, rows) in _short_calendars(context).items():
        tasks = listed([context.outline.ids[row] for row in rows]) or _("the work planned on it")
        if nothing.around.year == LAST_YEAR and rows:
            yield Offence(
                _("{tasks} cannot be done by {day}, the last day that a plan may use").format(
                    tasks=tasks, day=nothing.around
                ),
                context.at(rows[0]),
                _(
                    "Shorten it or the waits before it, or give the calendar {calendar} more working days."
                ).format(calendar=name),
            )
            continue
        text = _("the calendar {calendar} has no working time after {day} for {tasks}")
        if nothing.before:
            text = _("the calendar {calendar} has no working time before {day} for {tasks}")
        yield Offence(
            text.format(calendar=name, day=nothing.around, tasks=tasks),
            _place(context, name, rows),
            _("Give it more working days, or plan less on it."),
        )


def _short_calendars(context: Context) -> dict[str, tuple[NoWorkingTime, list[int]]]:
    """The calendars with too little time, what was missed first, and the rows of the tasks that miss it."""
    if isinstance(context.outcome, NoWorkingTime):
        return {context.outcome.calendar: (context.outcome, [])}
    short: dict[str, tuple[NoWorkingTime, list[int]]] = {}
    for row, nothing in sorted(context.schedule.impossible.items()):
        short.setdefault(nothing.calendar, (nothing, []))[1].append(row)
    return short


def _place(context: Context, calendar: str, rows: list[int]) -> KeyPath:
    """The calendar; where it is the built-in one, the first task that has too much work for it."""
    if calendar in context.plan.calendars:
        return "calendars", calendar
    return context.at(rows[0]) if rows else ()
