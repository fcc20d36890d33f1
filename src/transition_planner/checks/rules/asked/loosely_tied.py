"""TP313."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.links import following
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP313", Family.LOGIC, Severity.INFO, asked_only=True)
def loosely_tied(context: Context) -> Iterator[Offence]:
    """A task hangs on links of the types SS and FF alone.

    What it checks:
        That a task that takes time has some link of the type FS or SF, before or behind it.

    Why it matters:
        Beside SS and FF the task can be stretched or moved within wide bounds: no path runs through it.

    Example that fails:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS+2d, build FF]}

    Example that passes:
        tasks:
          build: {duration: 10d}
          test: {duration: 5d, after: [build SS+2d, build FF]}
          sign: {duration: 1d, after: [build, test]}

    Remedy:
        Say what ends before it begins, or what begins when it has ended.

    Source:
        Schedule logic checks: SS and FF only.
    """
    for row in context.open_rows:
        arcs = [*context.before[row], *following(context, row)]
        loose = all(arc.link.type in {LinkType.SS, LinkType.FF} for arc in arcs)
        if arcs and loose and not context.outline.tasks[row].is_milestone:
            yield Offence(
                _("{task} hangs on SS and FF links alone").format(task=context.outline.ids[row]),
                context.at(row),
                _("Say what ends before it begins, or what begins when it has ended."),
            )
