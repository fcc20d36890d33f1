"""TP501."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP501", Family.QUALITY, Severity.INFO)
def no_owner(context: Context) -> Iterator[Offence]:
    """Nobody answers for a task.

    What it checks:
        That each task that takes time, and each decision, has an `owner`. Milestones at which nobody decides
        need none.

    Why it matters:
        What everybody is to do nobody does, and there is nobody to ask how it goes.

    Example that fails:
        tasks:
          draft: {duration: 10d}

    Example that passes:
        roles:
          project-lead: {title: Project lead}
        tasks:
          draft: {duration: 10d, owner: project-lead}

    Remedy:
        Name the role that answers for the task: a post or a body, not a person.

    Source:
        GAO-16-89G, best practice 3; DCMA 14-point assessment, point 10.
    """
    for row, task in enumerate(context.outline.tasks):
        if task.owner is None and not task.is_phase and (task.decision or not task.is_milestone):
            yield Offence(
                _("nobody answers for {task}").format(task=context.outline.ids[row]),
                context.at(row),
                _("Add an owner: one of the plan's roles."),
            )
