"""TP706."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP706", Family.PROGRESS, Severity.INFO, asked_only=True)
def idle_critical_path(context: Context) -> Iterator[Offence]:
    """Nothing that is critical is under way.

    What it checks:
        That in a plan with a status date and with work under way some critical task is under way.

    Why it matters:
        Everybody is busy, and the end of the plan moves away day by day.

    Example that fails:
        status-date: 2027-01-13
        tasks:
          aside: {duration: 5d, started: 2027-01-11}
          draft: {duration: 20d, start-no-earlier-than: 2027-01-14}

    Example that passes:
        status-date: 2027-01-13
        tasks:
          aside: {duration: 5d, started: 2027-01-11}
          draft: {duration: 20d, started: 2027-01-12}

    Remedy:
        Begin what is critical first.

    Source:
        GAO-16-89G, best practice 9: a task in progress is critical.
    """
    under_way = [row for row in context.open_rows if context.outline.tasks[row].started]
    critical = context.whole_schedule.critical_tasks
    if context.plan.status_date is not None and under_way and critical and critical.isdisjoint(under_way):
        first = min(critical, key=context.schedule.early_start)
        yield Offence(
            _("nothing critical is under way on {status}: {task} is the first").format(
                status=context.plan.status_date, task=context.outline.ids[first]
            ),
            context.at(first),
            _("Begin what is critical first."),
        )
