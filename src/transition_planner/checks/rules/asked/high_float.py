"""TP207."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP207", Family.DATES, Severity.INFO, asked_only=True)
def high_float(context: Context) -> Iterator[Offence]:
    """A task is loose: its total float is large.

    What it checks:
        That the total float of what is not done is at most the plan's `thresholds: {long-float: 44d}`.

    Why it matters:
        So much float seldom is true: mostly a link to what needs the task is missing, and its delay is seen
        by nobody.

    Example that fails:
        tasks:
          project-start: {}
          draft: {duration: 90d, after: [project-start]}
          invite: {duration: 1d, after: [project-start]}
          signed: {after: [draft, invite]}

    Example that passes:
        tasks:
          project-start: {}
          draft: {duration: 30d, after: [project-start]}
          invite: {duration: 1d, after: [project-start]}
          signed: {after: [draft, invite]}

    Remedy:
        Look for what waits for the task in truth and link it.

    Source:
        DCMA 14-point assessment, point 6; GAO-16-89G, best practice 7.
    """
    outline, schedule, limit = context.outline, context.whole_schedule, context.plan.thresholds.long_float
    for row in context.open_rows:
        if context.floats[row] > schedule.calendar(row).minutes(limit):
            yield Offence(
                _("{task} has {days} days of float, more than {limit}").format(
                    task=outline.ids[row], days=round(schedule.float_days(row)), limit=limit
                ),
                context.at(row),
                _("Look for what waits for it in truth and link that."),
            )
