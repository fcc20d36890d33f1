"""TP309."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP309", Family.LOGIC, Severity.INFO, asked_only=True)
def merge_hotspot(context: Context) -> Iterator[Offence]:
    """Too many links meet at a task.

    What it checks:
        That a task, the model's goal and milestones apart, has at most the plan's `thresholds:
        {predecessors: 8}` links to what is before it.

    Why it matters:
        Each may be in time with good odds, and all of them together seldom are: ten at nine out of ten
        leave one in three.

    Example that fails:
        thresholds: {predecessors: 2}
        tasks:
          a: {duration: 1d}
          b: {duration: 1d}
          c: {duration: 1d}
          sign: {duration: 1d, after: [a, b, c]}

    Example that passes:
        thresholds: {predecessors: 2}
        tasks:
          a: {duration: 1d}
          b: {duration: 1d}
          ready: {after: [a, b]}
          c: {duration: 1d}
          sign: {duration: 1d, after: [ready, c]}

    Remedy:
        Gather what belongs together at a milestone of its own, and leave time before the task.

    Source:
        Merge hotspot of schedule assessment tools; GAO-16-89G, best practice 2 (convergence).
    """
    outline, limit = context.outline, context.plan.thresholds.predecessors
    for row, task in enumerate(outline.tasks):
        count = sum(link.task in outline.row for link in task.after)
        if count > limit and not task.is_milestone:
            yield Offence(
                _("{count} links meet at {task}, more than {limit}").format(
                    count=count, task=outline.ids[row], limit=limit
                ),
                context.at(row, "after"),
                _("Gather what belongs together at a milestone, and leave time before the task."),
            )
