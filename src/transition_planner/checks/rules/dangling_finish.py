"""TP307."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import following
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP307", Family.LOGIC, Severity.WARNING)
def dangling_finish(context: Context) -> Iterator[Offence]:
    """Others wait for a task's start, nothing for its finish.

    What it checks:
        That a task that takes time and has successors has one that waits for its finish, FS or FF, itself or
        through its phase.

    Why it matters:
        However long the task takes, nothing moves: its delay is seen nowhere.

    Example that fails:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS+2d]}

    Example that passes:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS+2d, build FF]}

    Remedy:
        Say what cannot finish, or start, before it is done.

    Source:
        DECM 06A204b; GAO-16-89G, best practice 2.
    """
    outline = context.outline
    for row, task in enumerate(outline.tasks):
        if task.is_phase or task.is_milestone or task.finished:
            continue
        arcs = following(context, row)
        if arcs and all(arc.from_start for arc in arcs):
            yield Offence(
                _("others wait for the start of {task}, nothing for its finish").format(
                    task=outline.ids[row]
                ),
                context.at(row),
                _("Let a later task wait for its finish: `after: [{task}]` or `{task} FF`.").format(
                    task=outline.ids[row]
                ),
            )
