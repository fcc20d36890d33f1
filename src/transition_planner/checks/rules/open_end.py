"""TP302."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP302", Family.LOGIC, Severity.WARNING)
def open_end(context: Context) -> Iterator[Offence]:
    """Nothing waits for a task.

    What it checks:
        That each task has a successor in the model, by itself or through its phase. The model's goal, and the
        milestone or decision that finishes last, need none.

    Why it matters:
        A task that nothing waits for can slip to the end of the plan without moving a date: its float is too
        large and its delay is seen by nobody.

    Example that fails:
        tasks:
          project-start: {}
          draft: {duration: 10d, after: [project-start]}
          hear-pupils: {duration: 5d, after: [project-start]}
          signed: {after: [draft]}

    Example that passes:
        tasks:
          project-start: {}
          draft: {duration: 10d, after: [project-start]}
          hear-pupils: {duration: 5d, after: [project-start]}
          signed: {after: [draft, hear-pupils]}

    Remedy:
        Ask what cannot go on without this task and link that to it; at least the milestone that ends the
        plan.

    Source:
        DCMA 14-point assessment, point 1; GAO-16-89G, best practice 2.
    """
    outline, schedule = context.outline, context.schedule
    awaited = {link.task for task in outline.tasks for link in task.after}
    goal = context.plan.models[context.model].goal if context.model else None
    for row, task in enumerate(outline.tasks):
        if task.is_phase or outline.ids[row] == goal or not awaited.isdisjoint(_names(context, row)):
            continue
        # What waits for a circle may well be the last of all.
        if (task.decision or task.is_milestone) and (
            context.undated(row) or schedule.early_finish(row) == schedule.finish
        ):
            continue
        yield Offence(
            _("nothing waits for {task}").format(task=outline.ids[row]),
            context.at(row),
            _("Add `{task}` to `after` of what cannot go on without it, or of the last milestone.").format(
                task=outline.ids[row]
            ),
        )


def _names(context: Context, row: int) -> Iterator[str]:
    """The ids of a task and of the phases around it."""
    while row >= 0:
        yield context.outline.ids[row]
        row = context.outline.parent[row]
