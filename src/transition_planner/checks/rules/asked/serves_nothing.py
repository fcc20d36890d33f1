"""TP405."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP405", Family.COVERAGE, Severity.INFO, asked_only=True)
def serves_nothing(context: Context) -> Iterator[Offence]:
    """A task serves nothing that the study asked for.

    What it checks:
        That each task that takes time, or a phase around it, names an item of the register in `serves`,
        `realises` or `mitigates`.

    Why it matters:
        Either the register lacks what the task is for, or the task is not needed.

    Example that fails:
        tasks: {draft: {duration: 10d}}

    Example that passes:
        tasks: {draft: {duration: 10d, serves: [T1]}}

    Remedy:
        Name what it is for, or take it out.

    Source:
        Coverage the other way; GAO-16-89G, best practice 1.
    """
    if context.document.register is None:
        return
    outline = context.outline
    for row, task in enumerate(outline.tasks):
        if not (task.is_phase or task.is_milestone or _has_purpose(context, row)):
            yield Offence(
                _("{task} serves nothing of the register").format(task=outline.ids[row]),
                context.at(row),
                _("Name what it serves, realises or mitigates, or take it out."),
            )


def _has_purpose(context: Context, row: int) -> bool:
    outline = context.outline
    while row >= 0:
        task = outline.tasks[row]
        if task.serves or task.realises or task.mitigates:
            return True
        row = outline.parent[row]
    return False
