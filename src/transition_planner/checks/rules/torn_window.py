"""TP204."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.worktime.instant import date_of, day_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context

_Window = tuple[int, int]
"""First and last day number."""


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
    outline, schedule = context.outline, context.schedule
    for row, task in enumerate(outline.tasks):
        if task.is_milestone or task.is_phase or task.finished or context.undated(row):
            continue
        if not schedule.calendar(row).rules.window:
            continue
        windows = _windows(context, row)
        if len(windows) > 1:
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
                    calendar=schedule.calendar(row).name,
                    first=_span(windows[0]),
                    last=_span(windows[-1]),
                ),
                context.at(row, "duration"),
                _("Shorten it to what happens in the window, or begin it earlier in the window."),
            )


def _windows(context: Context, row: int) -> list[_Window]:
    """The windows that a task works in, whole, in order. Days in a row are one window."""
    schedule = context.schedule
    first, last = schedule.first_day(row), schedule.last_day(row)
    years = range(first.year - 1, last.year + 2)  # a window may begin before New Year and end after it
    days = {day for expand in schedule.calendar(row).rules.window for year in years for day in expand(year)}
    windows: list[_Window] = []
    for day in sorted(days):
        if windows and windows[-1][1] == day - 1:
            windows[-1] = (windows[-1][0], day)
        else:
            windows.append((day, day))
    return [each for each in windows if each[1] >= day_number(first) and each[0] <= day_number(last)]


def _span(window: _Window) -> str:
    first, last = map(date_of, window)
    return str(first) if first == last else f"{first}..{last}"
