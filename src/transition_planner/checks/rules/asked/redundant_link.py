"""TP308."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from transition_planner.checks.fixes import without_link
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
    outline, ways = context.outline, _Ways(context.schedule)
    for row, index, link in context.links:
        pred = outline.row[link.task]
        if link.type is not LinkType.FS or link.lag is not None or context.undated(row):
            continue
        through = [ways.between(pred, leaf) for leaf in outline.leaves(row) or (row,)]
        if all(way is not None for way in through):
            yield Offence(
                _("{task} waits for {predecessor} also through {way}").format(
                    task=outline.ids[row], predecessor=link.task, way=outline.ids[through[0] or 0]
                ),
                context.at(row, "after", index),
                _("Remove the direct link, unless it is to stay when the other goes."),
                fix=without_link(context, row, index, everywhere=True),
            )


class _Ways:
    """Links that only ever wait for a finish, gathered once for a model: each is asked for many times."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._waited_for = [
            tuple(arc.pred for arc in schedule.predecessors(row) if _waits(schedule, arc))
            for row in range(len(schedule.outline))
        ]
        self._before: dict[int, tuple[int, ...]] = {}
        undated = schedule.undated
        self._finish = [
            0 if row in undated else schedule.early_finish(row) for row in range(len(schedule.outline))
        ]

    def between(self, first: int, last: int) -> int | None:
        """Another predecessor of a task that itself waits for `first`."""
        return next(
            (way for way in self._waited_for[last] if way != first and self._lead(first, way)),
            None,
        )

    def _lead(self, first: int, last: int) -> bool:
        """Whether links lead from one row to another. What ends before the first does cannot lie between them."""
        finish, earliest, goals = self._finish, self._finish[first], self._with_phases(first)
        seen: set[int] = set()
        left = [last]
        while left:
            for before in self._all_before(left.pop()):
                if before in goals:
                    return True
                if before not in seen and finish[before] >= earliest:
                    seen.add(before)
                    left.append(before)
        return False

    def _all_before(self, row: int) -> tuple[int, ...]:
        """What the tasks in a row, itself where it is one, wait for that move with it."""
        if row not in self._before:
            self._before[row] = tuple(
                chain.from_iterable(self._waited_for[leaf] for leaf in _following(self._schedule, row))
            )
        return self._before[row]

    def _with_phases(self, row: int) -> set[int]:
        """A row and the phases around it that end when it does at the earliest."""
        parent, found = self._schedule.outline.parent, {row}
        above = parent[row]
        while above >= 0:
            if above not in self._schedule.network.manual_phases:
                found.add(above)
            above = parent[above]
        return found


def _following(schedule: Schedule, row: int) -> Iterator[int]:
    """The tasks in a row, itself where it is one, that move when what they wait for moves."""
    if row not in schedule.network.manual_phases:
        for leaf in schedule.outline.leaves(row):
            task = schedule.outline.tasks[leaf]
            if not any(getattr(task, field) for field in _HOLDING):
                yield leaf


def _waits(schedule: Schedule, arc: Arc) -> bool:
    """Whether a link makes its successor start when its predecessor has ended, or later."""
    link = arc.link
    return (
        link.type is LinkType.FS
        and (link.lag is None or link.lag.amount >= 0)
        and drives(schedule.outline, arc)
    )
