"""TP308."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.fixes import without_link
from transition_planner.checks.links import written_links
from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity
from transition_planner.plan.link import LinkType
from transition_planner.schedule.linking import drives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

_HOLDING = (
    "manual",
    "started",
    "finished",
    "must_start_on",
    "must_finish_on",
    "start_no_later_than",
    "finish_no_later_than",
)
"""Fields that may let a task start before its links do."""


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
    outline, schedule = context.outline, context.schedule
    for row, index, link in written_links(context):
        pred = outline.row[link.task]
        if link.type is not LinkType.FS or link.lag is not None or context.undated(row):
            continue
        leaves = outline.leaves(row) or (row,)
        ways = [_way(schedule, leaf, pred) for leaf in leaves]
        if all(way is not None for way in ways):
            yield Offence(
                _("{task} waits for {predecessor} also through {way}").format(
                    task=outline.ids[row], predecessor=link.task, way=outline.ids[ways[0] or 0]
                ),
                context.at(row, "after", index),
                _("Remove the direct link, unless it is to stay when the other goes."),
                fix=without_link(context, row, index, everywhere=True),
            )


def _way(schedule: Schedule, row: int, pred: int) -> int | None:
    """Another predecessor of a task that itself waits for `pred`, over links that only ever wait for a finish."""
    for arc in schedule.predecessors(row):
        if arc.pred != pred and _waits(schedule, arc) and _leads(schedule, pred, arc.pred):
            return arc.pred
    return None


def _leads(schedule: Schedule, first: int, last: int) -> bool:
    """Whether such links lead from one row to another. What ends before the first does cannot lie between them."""
    parent, by_hand, earliest = (
        schedule.outline.parent,
        schedule.network.manual_phases,
        schedule.early_finish(first),
    )
    seen: set[int] = set()
    left = [last]
    while left:
        row = left.pop()
        for leaf in _following(schedule, row):
            for arc in schedule.predecessors(leaf):
                if not _waits(schedule, arc):
                    continue
                if arc.pred == first or (_inside(parent, first, arc.pred) and arc.pred not in by_hand):
                    return True
                if arc.pred not in seen and schedule.early_finish(arc.pred) >= earliest:
                    seen.add(arc.pred)
                    left.append(arc.pred)
    return False


def _following(schedule: Schedule, row: int) -> Iterator[int]:
    """The tasks in a row, itself where it is one, that move when what they wait for moves."""
    if row not in schedule.network.manual_phases:
        for leaf in schedule.outline.leaves(row):
            task = schedule.outline.tasks[leaf]
            if not any(getattr(task, field) for field in _HOLDING):
                yield leaf


def _inside(parent: tuple[int, ...], row: int, phase: int) -> bool:
    while row >= 0:
        if row == phase:
            return True
        row = parent[row]
    return False


def _waits(schedule: Schedule, arc: Arc) -> bool:
    """Whether a link makes its successor start when its predecessor has ended, or later."""
    link = arc.link
    return (
        link.type is LinkType.FS
        and (link.lag is None or link.lag.amount >= 0)
        and drives(schedule.outline, arc)
    )
