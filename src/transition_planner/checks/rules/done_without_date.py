"""TP704."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP704", Family.PROGRESS, Severity.WARNING)
def done_without_date(context: Context) -> Iterator[Offence]:
    """A task is done, and nobody wrote when.

    What it checks:
        That a task with `done: 100%` has `finished`.

    Why it matters:
        Without its date the task counts as open, and nobody can see whether it was in time.

    Example that fails:
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, done: 100%}}

    Example that passes:
        status-date: 2027-01-25
        tasks: {draft: {duration: 10d, started: 2027-01-11, finished: 2027-01-22}}

    Remedy:
        Write the day it was done: `finished:`.

    Source:
        GAO-16-89G, best practice 9; finished without an actual date.
    """
    for row in context.open_rows:
        if context.outline.tasks[row].done == _WHOLE:
            yield Offence(
                _("{task} is done by 100 % and has no `finished`").format(task=context.outline.ids[row]),
                context.at(row, "done"),
                _("Write the day it was done, or the share that is."),
            )


_WHOLE = 100
