"""TP703."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP703", Family.PROGRESS, Severity.INFO)
def old_status_date(context: Context) -> Iterator[Offence]:
    """What is known is old.

    What it checks:
        That the status date of a plan with open tasks is at most the plan's `thresholds: {status-age: 35}`
        days before the day of the check.

    Why it matters:
        Dates computed from what was known two months ago are not a forecast.

    Example that fails:
        status-date: 2026-11-02
        tasks: {draft: {duration: 10d, started: 2026-11-02}}

    Example that passes:
        status-date: 2027-01-08
        tasks: {draft: {duration: 10d, started: 2027-01-04}}

    Remedy:
        Ask how it goes, write it down, and move the status date.

    Source:
        GAO-16-89G, best practice 9: updates are recent.
    """
    status, today, most = context.plan.status_date, context.today, context.plan.thresholds.status_age
    if status is None or today is None or not context.open_rows:
        return
    days = (today - status).days
    if days > most:
        yield Offence(
            _("the status date {status} is {days} days old, more than {most}").format(
                status=status, days=days, most=most
            ),
            ("status-date",),
            _("Ask how it goes, write it down, and move the status date."),
        )
