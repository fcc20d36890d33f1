"""TP316."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.quantity import Quantity
    from transition_planner.worktime.workcalendar import WorkCalendar


@rule("TP316", Family.LOGIC, Severity.INFO, asked_only=True)
def long_lag(context: Context) -> Iterator[Offence]:
    """A link waits long.

    What it checks:
        That no lag is longer than the plan's `thresholds: {long-lag: 44d}`; lags by the clock count as the
        working days of as many weeks.

    Why it matters:
        In two months something happens that somebody does: the lag hides the work.

    Example that fails:
        tasks:
          apply: {duration: 1d}
          begin: {duration: 1d, after: [apply FS+3emo]}

    Example that passes:
        tasks:
          apply: {duration: 1d}
          grant-decided: {duration: 65d, after: [apply]}
          begin: {duration: 1d, after: [grant-decided]}

    Remedy:
        Make a task of the wait, with an owner who asks how it goes.

    Source:
        Oracle Primavera P6, Check Schedule: long lags.
    """
    limit = context.plan.thresholds.long_lag
    for row, index, link in context.links:
        calendar = context.schedule.calendar(row)
        if link.lag is not None and _working_minutes(calendar, link.lag) > calendar.minutes(limit):
            yield Offence(
                _("{task} waits by `{link}`, longer than {limit}").format(
                    task=context.outline.ids[row], link=link, limit=limit
                ),
                context.at(row, "after", index),
                _("Make a task of the wait, with an owner who asks how it goes."),
            )


_WEEKS = {"emo": 52 / 12, "ey": 52.0}
"""Of a month and a year."""
_CLOCK_WEEK = 7 * 24 * 60


def _working_minutes(calendar: WorkCalendar, lag: Quantity) -> float:
    """About as many as pass in a lag; of a share of the predecessor none."""
    if lag.unit == "%":
        return 0
    if lag.by_calendar:
        return lag.amount * _WEEKS[lag.unit] * calendar.week_minutes
    minutes = calendar.minutes(lag)
    return minutes * calendar.week_minutes / _CLOCK_WEEK if lag.elapsed else minutes
