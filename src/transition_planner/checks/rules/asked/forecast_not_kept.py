"""TP810."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import listed
from transition_planner.compare.performance import execution
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP810", Family.BASELINE, Severity.INFO, asked_only=True)
def forecast_not_kept(context: Context) -> Iterator[Offence]:
    """The last forecast was not kept.

    What it checks:
        With `--since`: that of the tasks that this revision forecast to finish by today's status date at
        least the share of the plan's `thresholds: {least-index: 0.95}` did: the current execution index
        (CEI).

    Why it matters:
        Who cannot say what is done next month cannot say what is done next year.

    Example that fails:
        status-date: 2027-01-25
        tasks: {draft: {duration: 20d, started: 2027-01-11}}
        --- # since
        tasks: {draft: {duration: 10d}}

    Example that passes:
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-22}}
        --- # since
        tasks: {draft: {duration: 10d}}

    Remedy:
        Ask those who do the work before the forecast is written.

    Source:
        NDIA, Predictive Measures: current execution index.
    """
    status, since, least = context.plan.status_date, context.since, context.plan.thresholds.least_index
    if status is None or since is None:
        return
    found = execution(context.whole_schedule, since.schedule, status, since.ids)
    if found.index is not None and found.index < least:
        yield Offence(
            _("CEI is {value}, below {least}: of {due} tasks forecast for today not done are {tasks}").format(
                value=f"{found.index:.2f}", least=f"{least:g}", due=len(found.due), tasks=listed(found.undone)
            ),
            ("status-date",),
            _("Ask those who do the work before the forecast is written."),
        )
