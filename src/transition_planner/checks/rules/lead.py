"""TP305."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP305", Family.LOGIC, Severity.WARNING)
def lead(context: Context) -> Iterator[Offence]:
    """A task starts before what it waits for is over.

    What it checks:
        That no link has a negative lag.

    Why it matters:
        A lead hangs a date on work that has not happened yet: nobody knows five days before its end that it
        will end in five days.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          print: {duration: 5d, after: [draft FS-2d]}

    Example that passes:
        tasks:
          draft: {duration: 8d}
          proofread: {duration: 2d, after: [draft]}
          print: {duration: 5d, after: [draft]}

    Remedy:
        Split the earlier task where the later one can really begin.

    Source:
        DCMA 14-point assessment, point 2; GAO-16-89G, best practice 2.
    """
    for row, index, link in context.links:
        if link.lag is not None and link.lag.amount < 0:
            yield Offence(
                _("{task} has the lead `{link}`").format(task=context.outline.ids[row], link=link),
                context.at(row, "after", index),
                _("Split {predecessor} where {task} can really begin.").format(
                    predecessor=link.task, task=context.outline.ids[row]
                ),
            )
