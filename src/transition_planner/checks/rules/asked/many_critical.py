"""TP903."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP903", Family.PATH, Severity.INFO, asked_only=True)
def many_critical(context: Context) -> Iterator[Offence]:
    """Nearly all is critical.

    What it checks:
        That at most the plan's `thresholds: {most-critical: 50%}` of what is open is critical.

    Why it matters:
        Where all is urgent nothing is: nobody can tell what to look after first, and there is no time to
        spare for anything.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          print: {duration: 5d, after: [draft]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          invite: {duration: 1d}
          order: {duration: 1d}
          print: {duration: 5d, after: [draft, invite, order]}

    Remedy:
        Take out links that are no real need, or win time on the way.

    Source:
        Critical share of schedule assessment tools; GAO-16-89G, best practice 6.
    """
    critical, rows, most = (
        context.whole_schedule.critical_tasks,
        context.open_rows,
        context.plan.thresholds.most_critical,
    )
    if len(critical) * 100 > most * len(rows):
        yield Offence(
            _("{count} of {all} open tasks are critical, more than {most} %").format(
                count=len(critical), all=len(rows), most=most
            ),
            ("tasks",),
            _("Take out links that are no real need, or win time on the way."),
        )
