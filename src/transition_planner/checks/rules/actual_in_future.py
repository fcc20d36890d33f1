"""TP206."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.moments import end_of, start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP206", Family.DATES, Severity.ERROR)
def actual_in_future(context: Context) -> Iterator[Offence]:
    """A task is said to have begun or ended after the status date.

    What it checks:
        That `started` and `finished` lie at or before the plan's `status-date`.

    Why it matters:
        What has happened cannot lie ahead: either the date is wrong, or the status date is old.

    Example that fails:
        status-date: 2027-01-15
        tasks: {draft: {duration: 10d, started: 2027-01-18}}

    Example that passes:
        status-date: 2027-01-18
        tasks: {draft: {duration: 10d, started: 2027-01-18}}

    Remedy:
        Correct the date, or move the status date on.

    Source:
        DCMA 14-point assessment, point 9b.
    """
    status = context.plan.status_date
    if status is None:
        return
    for row, task in enumerate(context.outline.tasks):
        for field in ("started", "finished"):
            moment = getattr(task, field)
            if moment is not None and start_of(moment) >= end_of(status):
                yield Offence(
                    _("{task} has {field} {day}, after the status date {status}").format(
                        task=context.outline.ids[row], field=field, day=written(moment), status=status
                    ),
                    context.at(row, field),
                    _("Correct the date, or move status-date on."),
                )
