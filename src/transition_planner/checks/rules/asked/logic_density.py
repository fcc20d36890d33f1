"""TP310."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.locales.dates import amount
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP310", Family.LOGIC, Severity.INFO, asked_only=True)
def logic_density(context: Context) -> Iterator[Offence]:
    """The network has too few or too many links.

    What it checks:
        That the links that touch a task are, on average over tasks and milestones, between the plan's
        `thresholds: {least-density: 2, most-density: 4}`.

    Why it matters:
        Below two, tasks hang in the air; above four nobody can follow what moves what.

    Example that fails:
        tasks:
          a: {duration: 1d}
          b: {duration: 1d}
          c: {duration: 1d, after: [a]}

    Example that passes:
        thresholds: {least-density: 0.5}
        tasks:
          a: {duration: 1d}
          b: {duration: 1d}
          c: {duration: 1d, after: [a]}

    Remedy:
        Look at the tasks that TP301 and TP302 name; where there are too many links, at those of TP308.

    Source:
        Logic density of schedule assessment tools.
    """
    limits = context.plan.thresholds
    tasks = sum(not task.is_phase for task in context.outline.tasks)
    links = len(context.links)
    if not tasks:
        return
    density = 2 * links / tasks
    if not limits.least_density <= density <= limits.most_density:
        yield Offence(
            _("{density} links touch a task on average, not {least} to {most}").format(
                density=amount(density),
                least=amount(limits.least_density),
                most=amount(limits.most_density),
            ),
            ("tasks",),
            _("`check --select TP301,TP302,TP308` names tasks that lack links and links that are too many."),
        )
