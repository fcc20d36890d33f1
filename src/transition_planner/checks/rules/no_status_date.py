"""TP702."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP702", Family.PROGRESS, Severity.WARNING)
def no_status_date(context: Context) -> Iterator[Offence]:
    """Progress is reported, and nobody knows of which day.

    What it checks:
        That a plan in which work has started or is done has a `status-date`.

    Why it matters:
        Without it nobody can tell what is late, and what is still ahead is forecast from the first day of
        the plan.

    Example that fails:
        tasks: {draft: {duration: 10d, started: 2027-01-11}}

    Example that passes:
        status-date: 2027-01-11
        tasks: {draft: {duration: 10d, started: 2027-01-11}}

    Remedy:
        Add the day up to which progress was asked for.

    Source:
        GAO-16-89G, best practice 9: the status date is recorded.
    """
    if context.plan.status_date is not None:
        return
    for row, task in enumerate(context.outline.tasks):
        field = next((field for field in ("finished", "started", "done") if getattr(task, field)), None)
        if field is not None:
            yield Offence(
                _("{task} has {field}, and the plan has no status date").format(
                    task=context.outline.ids[row], field=field
                ),
                context.at(row, field),
                _("Add `status-date:` with the day up to which progress was asked for."),
            )
            return
