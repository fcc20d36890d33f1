"""TP801."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP801", Family.BASELINE, Severity.INFO, asked_only=True)
def no_baseline(context: Context) -> Iterator[Offence]:
    """Work has begun, and there is nothing to hold it against.

    What it checks:
        That a plan in which work has started or is done names its `baseline`.

    Why it matters:
        Without what was promised nobody can say that something is late: each update moves the goal with it.

    Example that fails:
        status-date: 2027-01-11
        tasks: {draft: {duration: 10d, started: 2027-01-11}}

    Example that passes:
        status-date: 2027-01-11
        baseline: adopted
        tasks: {draft: {duration: 10d, started: 2027-01-11}}

    Remedy:
        Tag the commit in which the plan was adopted, and name the tag: `baseline: adopted`.

    Source:
        GAO-16-89G, best practice 10: a baseline is set.
    """
    if context.plan.baseline is not None:
        return
    for row, task in enumerate(context.outline.tasks):
        if task.started or task.finished:
            yield Offence(
                _("{task} has begun, and the plan names no baseline").format(task=context.outline.ids[row]),
                context.at(row),
                _("Tag the commit in which the plan was adopted, and name the tag: `baseline: adopted`."),
            )
            return
