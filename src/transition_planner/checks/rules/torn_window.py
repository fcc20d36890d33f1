"""TP204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.span import Team
from transition_planner.worktime.instant import date_of, day_number, to_date

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.checks.context import Context
    from transition_planner.worktime.dayrules import DayRules
    from transition_planner.worktime.workcalendar import WorkCalendar

_Window = tuple[int, int]
"""First and last day number."""

_TORN = 2
"""Windows that are one too many."""


@rule("TP204", Family.DATES, Severity.WARNING)
def torn_window(context: Context) -> Iterator[Offence]:
    """A task on a window calendar does not fit into one window.

    What it checks:
        That a task whose calendar is a window (board meetings, application rounds) begins and ends in the
        same one.

    Why it matters:
        Such a task begins at one meeting and ends at the next, or in the next year's round. That is seldom
        meant.

    Example that fails:
        calendars:
          board:
            week: mon-fri 08:00-16:00
            only: {rrule: FREQ=MONTHLY;BYDAY=2TU}
        tasks:
          choose-model: {duration: 2d, calendar: board}

    Example that passes:
        calendars:
          board:
            week: mon-fri 08:00-16:00
            only: {rrule: FREQ=MONTHLY;BYDAY=2TU}
        tasks:
          choose-model: {duration: 1d, calendar: board}

    Remedy:
        Shorten the task to what happens in the window and make a task of its own, on a plain calendar, of the
        work before it. Where it begins too late in the window, begin earlier.

    Source:
        The meaning of a window.
    """
    outline = context.outline
    for row, task in enumerate(outline.tasks):
        if task.is_milestone or task.is_phase or task.finished or context.undated(row):
            continue
        for calendar, first, last in _worked(context, row):
            windows = _windows(calendar, first, last)
            if len(windows) < _TORN:
                continue
            text = _("{task} takes {duration} and is torn over two windows of {calendar}: {first} and {last}")
            if windows[1:-1]:
                text = _(
                    "{task} takes {duration} and is torn over {n} windows of {calendar}, {first} to {last}"
                )
            yield Offence(
                text.format(
                    n=len(windows),
                    task=outline.ids[row],
                    duration=task.duration,
                    calendar=calendar.name,
                    first=_span(windows[0]),
                    last=_span(windows[-1]),
                ),
                context.at(row, "duration"),
                _("Shorten it to what happens in the window, or begin it earlier in the window."),
            )


def _worked(context: Context, row: int) -> Iterator[tuple[WorkCalendar, date, date]]:
    """The windows that a task runs on, each with the first and the last day: of a team each role's own."""
    schedule = context.schedule
    span = schedule.network.spans.get(row)
    if not isinstance(span, Team) or context.outline.tasks[row].manual is not None:
        alone = schedule.calendar(row)
        if _is_window(alone.rules):
            yield alone, schedule.first_day(row), schedule.last_day(row)
        return
    begin = schedule.early_start(row)
    for calendar, minutes in span.parts:
        if not _is_window(calendar.rules):
            continue
        finish = calendar.instant(2 * (calendar.work(begin) + minutes))
        yield calendar, to_date(calendar.first_work(begin)), to_date(finish - 1)


def _is_window(rules: DayRules) -> bool:
    return bool(rules.window) or (rules.within is not None and _is_window(rules.within))


def _windows(calendar: WorkCalendar, first: date, last: date) -> list[_Window]:
    """The windows with work between two days, whole, in order. Days in a row are one window."""
    years = range(first.year - 1, last.year + 2)  # a window may begin before New Year and end after it
    windows: list[_Window] = []
    for day in sorted(_days(calendar.rules, years) or ()):
        if windows and windows[-1][1] == day - 1:
            windows[-1] = (windows[-1][0], day)
        else:
            windows.append((day, day))
    return [
        (start, end)
        for start, end in windows
        if end >= day_number(first)
        and start <= day_number(last)
        and any(calendar.works_on(date_of(day)) for day in range(start, end + 1))
    ]


def _days(rules: DayRules, years: range) -> set[int] | None:
    """The days of a window and of those it is within; None where there is no window."""
    within = None if rules.within is None else _days(rules.within, years)
    if not rules.window:
        return within
    own = {day for expand in rules.window for year in years for day in expand(year)}
    return own if within is None else own & within


def _span(window: _Window) -> str:
    first, last = map(date_of, window)
    return str(first) if first == last else f"{first}..{last}"
