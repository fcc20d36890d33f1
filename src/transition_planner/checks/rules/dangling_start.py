"""TP306."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP306", Family.LOGIC, Severity.WARNING)
def dangling_start(context: Context) -> Iterator[Offence]:
    """Links hold only a task's finish, none its start.

    What it checks:
        That a task that takes time and has predecessors has one that holds its start: FS or SS.

    Why it matters:
        When the task takes longer than planned it would have to begin earlier, and nothing says when it can.

    Example that fails:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build FF]}

    Example that passes:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS+2d, build FF]}

    Remedy:
        Add what must be ready, or begun, before it starts.

    Source:
        DECM 06A204b; GAO-16-89G, best practice 2.
    """
    for row, task in enumerate(context.outline.tasks):
        arcs = context.before[row]
        fixed = task.must_start_on or task.start_no_earlier_than or task.manual or task.started
        if arcs and not task.is_milestone and not fixed and all(arc.to_finish for arc in arcs):
            yield Offence(
                _("links hold the finish of {task}, none its start").format(task=context.outline.ids[row]),
                context.at(row, "after") if task.after else context.at(row),
                _("Add to `after` what must be ready, or begun, before it starts."),
            )
