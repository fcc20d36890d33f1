"""TP308."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.fixes import without_link
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.checks.ways import Ways
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP308", Family.LOGIC, Severity.INFO, asked_only=True)
def redundant_link(context: Context) -> Iterator[Offence]:
    """A link says what other links say already.

    What it checks:
        That of two ways from one task to another the direct link, FS without a lag, is not there beside a
        longer one over links of the type FS, through tasks that follow their links: neither started nor held by
        dates.

    Why it matters:
        It moves no date, and hides which links do: who takes the longer way apart later does not see that
        the short one still holds.

    Example that fails:
        tasks:
          draft: {duration: 10d}
          print: {duration: 5d, after: [draft]}
          post: {duration: 1d, after: [draft, print]}

    Example that passes:
        tasks:
          draft: {duration: 10d}
          print: {duration: 5d, after: [draft]}
          post: {duration: 1d, after: [print]}

    Remedy:
        Remove the direct link, unless it is to stay when the others go. `--fix` removes it where no model needs it.

    Source:
        Transitive reduction of the network; redundant logic in schedule assessment tools.
    """
    outline, ways = context.outline, Ways(context.schedule)
    for row, index, link in context.links:
        pred = outline.row[link.task]
        if link.type is not LinkType.FS or link.lag is not None or context.undated(row):
            continue
        leaves = (outline.leaves(row) if row in context.phases else ()) or (row,)
        through = [ways.between(pred, leaf) for leaf in leaves]
        if all(way is not None for way in through):
            yield Offence(
                _("{task} waits for {predecessor} also through {way}").format(
                    task=outline.ids[row], predecessor=link.task, way=outline.ids[through[0] or 0]
                ),
                context.at(row, "after", index),
                _("Remove the direct link, unless it is to stay when the other goes."),
                fix=without_link(context, row, index, everywhere=True),
            )
