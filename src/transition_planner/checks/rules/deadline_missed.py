"""TP201."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.forecast import cause, remedy
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.wording import days_late, written
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP201", Family.DATES, Severity.ERROR)
def deadline_missed(context: Context) -> Iterator[Offence]:
    """A task finishes after its deadline.

    What it checks:
        That each task and phase that has a `deadline` is forecast to finish on it or before. A deadline moves
        nothing; it is only watched.

    Why it matters:
        A missed application round or notice costs a year. Here it is seen while there is time to do
        something.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          apply: {duration: 5d, after: [draft], deadline: 2027-01-20}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          apply: {duration: 5d, after: [draft], deadline: 2027-02-05}

    Remedy:
        Look at the chain of tasks before it: shorten one that is critical, do two side by side, begin
        earlier. Move the deadline only where whoever set it agrees.

    Source:
        GAO-16-89G, best practice 7; MS Project's deadline.
    """
    schedule = context.schedule
    for row, task in enumerate(context.outline.tasks):
        if task.deadline is not None and "deadline" in schedule.missed(row):
            finish = schedule.last_day(row)
            yield Offence(
                _("{task} finishes on {finish}, {late} for its deadline {deadline}").format(
                    task=context.outline.ids[row],
                    finish=finish,
                    late=days_late(finish, task.deadline.date),
                    deadline=written(task.deadline.date),
                ),
                context.at(row, "deadline"),
                remedy(context, row, cause(context, row)),
            )
