"""TP205."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP205", Family.DATES, Severity.WARNING)
def forecast_in_past(context: Context) -> Iterator[Offence]:
    """A forecast lies before the status date.

    What it checks:
        Where the plan has a status date: that no task is forecast to start before it without `started`, or to
        finish before it without `finished`.

    Why it matters:
        What lies before the status date has happened or has not. A forecast there is work that nobody has
        reported, and all dates after it are too early.

    Example that fails:
        status-date: 2027-03-01
        tasks:
          draft: {duration: 10d}

    Example that passes:
        status-date: 2027-03-01
        tasks:
          draft: {duration: 10d, started: 2027-01-18, finished: 2027-02-02}

    Remedy:
        Write down when the task started or finished; or, where it has not, move it behind the status date
        with start-no-earlier-than or `remaining`.

    Source:
        DCMA 14-point assessment, point 9a; GAO-16-89G, best practice 9.
    """
    schedule, status = context.schedule, context.plan.status_date
    if status is None:
        return
    for row, task in enumerate(context.outline.tasks):
        if task.is_phase or task.finished is not None or context.undated(row):
            continue
        if task.started is None and schedule.first_day(row) < status:
            yield Offence(
                _("{task} is forecast to start on {day}, before the status date {status}").format(
                    task=context.outline.ids[row], day=schedule.first_day(row), status=status
                ),
                context.at(row),
                _("Add `started:` if it has begun, else start-no-earlier-than with the day it can begin."),
            )
        elif task.started is not None and schedule.last_day(row) < status:
            yield Offence(
                _("{task} is forecast to finish on {day}, before the status date {status}").format(
                    task=context.outline.ids[row], day=schedule.last_day(row), status=status
                ),
                context.at(row),
                _("Add `finished:` if it is done, else `remaining:` with what is still to do."),
            )
