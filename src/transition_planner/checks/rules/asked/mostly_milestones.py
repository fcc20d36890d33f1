"""TP509."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP509", Family.QUALITY, Severity.INFO, asked_only=True)
def mostly_milestones(context: Context) -> Iterator[Offence]:
    """The plan tells dates instead of work.

    What it checks:
        That at most the plan's `thresholds: {most-milestones: 50%}` of what is in a model are milestones.

    Why it matters:
        A milestone takes no time and is nobody's work: what leads to it is missing.

    Example that fails:
        tasks:
          start: {}
          draft: {duration: 10d, after: [start]}
          signed: {after: [draft]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          sign: {duration: 1d, after: [draft]}

    Remedy:
        Add the work that leads to the milestones.

    Source:
        GAO-16-89G, best practice 1: mostly detail activities.
    """
    tasks, most = (
        [task for task in context.outline.tasks if not task.is_phase],
        context.plan.thresholds.most_milestones,
    )
    milestones = sum(task.is_milestone for task in tasks)
    if milestones * 100 > most * len(tasks):
        yield Offence(
            _("{count} of {all} are milestones, more than {most} %").format(
                count=milestones, all=len(tasks), most=most
            ),
            ("tasks",),
            _("Add the work that leads to the milestones."),
        )
