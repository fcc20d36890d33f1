"""TP705."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP705", Family.PROGRESS, Severity.WARNING)
def progress_without_start(context: Context) -> Iterator[Offence]:
    """A task is under way, and nobody wrote since when.

    What it checks:
        That a task with `done` above 0%, with `remaining` or `resumes` has `started`.

    Why it matters:
        Its start is still forecast, and moves with what it waits for as if nothing had been done.

    Example that fails:
        status-date: 2027-01-15
        tasks: {draft: {duration: 10d, done: 40%}}

    Example that passes:
        status-date: 2027-01-15
        tasks: {draft: {duration: 10d, started: 2027-01-11, done: 40%}}

    Remedy:
        Write the day it began: `started:`.

    Source:
        GAO-16-89G, best practice 9; progress without an actual start.
    """
    for row in context.open_rows:
        task = context.outline.tasks[row]
        field = next((field for field in ("done", "remaining", "resumes") if getattr(task, field)), None)
        if field is not None and task.started is None:
            yield Offence(
                _("{task} has {field} and no `started`").format(task=context.outline.ids[row], field=field),
                context.at(row, field),
                _("Write the day it began."),
            )
