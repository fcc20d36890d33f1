"""TP203."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.forecast import hurdle, remedy, wanted
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import days_late, written
from transition_planner.locales import _
from transition_planner.plan.entry import kebab
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP203", Family.DATES, Severity.ERROR)
def fixed_date_missed(context: Context) -> Iterator[Offence]:
    """The work before a task does not let it keep its fixed date.

    What it checks:
        That what a task waits for is done in time for its must-start-on, must-finish-on, start-no-later-than
        and finish-no-later-than.

    Why it matters:
        The schedule shows such a task on its date all the same, before the work that it needs is done. The
        date is a picture, not a plan.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft], must-start-on: 2027-01-20}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          hearing: {duration: 1d, after: [draft], must-start-on: 2027-02-03}

    Remedy:
        Shorten or begin earlier what comes before it, remove a link that is no real need, or move the date
        where whoever set it agrees.

    Source:
        DCMA 14-point assessment, points 5 and 7.
    """
    for row, task in enumerate(context.outline.tasks):
        for field in context.schedule.missed(row):
            if field == "deadline":
                continue
            limit = getattr(task, field).date
            day = wanted(context, row, finish=field.startswith(("finish", "must_finish")))
            yield Offence(
                _("{task} cannot keep {field} {limit}: what it waits for leads to {day}, {late}").format(
                    task=context.outline.ids[row],
                    field=kebab(field),
                    limit=written(limit),
                    day=day,
                    late=days_late(day, limit),
                ),
                context.at(row, field),
                remedy(context, row, hurdle(context, row)),
            )
