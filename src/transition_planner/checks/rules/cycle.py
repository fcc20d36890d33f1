"""TP101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.schedule.cycle import CycleError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP101", Family.STRUCTURE, Severity.ERROR)
def cycle(context: Context) -> Iterator[Offence]:
    """Tasks wait for each other in a circle.

    What it checks:
        That no chain of links, also through phases, leads from a task back to itself.

    Why it matters:
        Tasks that wait for each other never start: the model has no dates at all.

    Example that fails:
        tasks:
          sign: {duration: 1d, after: [agree]}
          agree: {duration: 5d, after: [draft]}
          draft: {duration: 10d, after: [sign]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          agree: {duration: 5d, after: [draft]}
          sign: {duration: 1d, after: [agree]}

    Remedy:
        Remove the one link of the circle that is not a real need. Where two tasks must go on together, say so
        with SS or FF links in one direction.

    Source:
        Every scheduling guide: a network is without circles (GAO-16-89G, best practice 2).
    """
    if not isinstance(context.outcome, CycleError):
        return
    path = context.outcome.path
    outline = context.outline
    row = outline.row[path[0]]
    into = next((at for at, link in enumerate(outline.tasks[row].after) if link.task == path[-2]), None)
    yield Offence(
        _("tasks wait for each other in a circle: {path}").format(path=" → ".join(path)),
        context.at(row) if into is None else context.at(row, "after", into),
        _("Remove one of these links; nothing in this model has a date until then."),
    )
