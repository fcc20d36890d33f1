"""TP317."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP317", Family.LOGIC, Severity.INFO, asked_only=True)
def phase_link(context: Context) -> Iterator[Offence]:
    """A link joins a phase, not tasks.

    What it checks:
        That links are written at tasks and name tasks.

    Why it matters:
        A link to a phase means each of its tasks: often more waits than has to, and the path through the
        phase is harder to read.

    Example that fails:
        tasks:
          house:
            tasks: {walls: {duration: 5d}, roof: {duration: 5d}}
          move-in: {duration: 1d, after: [house]}

    Example that passes:
        tasks:
          house:
            tasks: {walls: {duration: 5d}, roof: {duration: 5d}}
          move-in: {duration: 1d, after: [walls, roof]}

    Remedy:
        Link the tasks that are meant.

    Source:
        GAO-16-89G, best practice 2: no links on summaries.
    """
    outline = context.outline
    for row, index, link in context.links:
        if row in context.phases or outline.row[link.task] in context.phases:
            yield Offence(
                _("the link `{link}` of {task} joins a phase").format(link=link, task=outline.ids[row]),
                context.at(row, "after", index),
                _("Link the tasks that are meant."),
            )
