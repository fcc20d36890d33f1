"""The ways over which a later end of one task makes another one start later."""

from __future__ import annotations

from functools import cache
from itertools import chain
from math import inf
from operator import attrgetter
from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType
from transition_planner.schedule.linking import drives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

_holding = attrgetter(
    "manual",
    "started",
    "finished",
    "must_start_on",
    "must_finish_on",
    "start_no_later_than",
    "finish_no_later_than",
)
"""The fields that may let a task start before its links do."""


class Ways:
    """Links that only ever wait for a finish, gathered once for a model: each is asked for many times."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._waited_for = [
            tuple([arc.pred for arc in schedule.predecessors(row) if _waits(schedule, arc)])
            for row in range(len(schedule.outline))
        ]
        self._before: dict[int, tuple[int, ...]] = {}
        self._latest: dict[int, float] = {}
        self._goals: dict[int, set[int]] = {}
        self._finish = cache(schedule.early_finish)
        self._undated = {above for row in schedule.undated for above in _with_phases(schedule, row)}

    def between(self, first: int, last: int) -> int | None:
        """Another predecessor of a task that itself waits for `first`; the task has dates."""
        ways = self._waited_for[last]
        if first in self._undated:
            return None
        earliest = self._finish(first)
        for way in ways:
            # Two of three end too early, so that no way is searched.
            if way != first and self._latest_before(way) >= earliest and self._lead(first, way):
                return way
        return None

    def hold(self, first: int, last: int) -> bool:
        """Whether a task with dates waits for the end of `first`, by a link or over others."""
        return not self._ends_of(first).isdisjoint(self._waited_for[last]) or (
            self.between(first, last) is not None
        )

    def _lead(self, first: int, last: int) -> bool:
        """Whether links lead from one row to another. What ends before the first does cannot lie between them.

        Never from or through what a circle of links leaves without dates, which work that has begun may follow.
        """
        undated, goals, finish, earliest = (
            self._undated,
            self._ends_of(first),
            self._finish,
            self._finish(first),
        )
        seen: set[int] = set()
        left = [last]
        while left:
            for before in self._all_before(left.pop()):
                if before in goals:
                    return True
                if before not in seen and before not in undated and finish(before) >= earliest:
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

    def _latest_before(self, row: int) -> float:
        """The instant at which the last of that ends; never, where nobody knows."""
        if row not in self._latest:
            before, finish, undated = self._all_before(row), self._finish, self._undated
            known = undated.isdisjoint(before)
            self._latest[row] = max(map(finish, before), default=-inf) if known else inf
        return self._latest[row]

    def _ends_of(self, row: int) -> set[int]:
        """A row and the phases around it that end when it does at the earliest."""
        if row not in self._goals:
            by_hand = self._schedule.network.manual_phases
            around = _with_phases(self._schedule, row)
            self._goals[row] = {above for above in around if above == row or above not in by_hand}
        return self._goals[row]


def _with_phases(schedule: Schedule, row: int) -> Iterator[int]:
    """A row and the phases around it, from the inside."""
    while row >= 0:
        yield row
        row = schedule.outline.parent[row]


def _following(schedule: Schedule, row: int) -> Iterator[int]:
    """The tasks in a row, itself where it is one, that move when what they wait for moves."""
    if row not in schedule.network.manual_phases:
        for leaf in schedule.outline.leaves(row):
            task = schedule.outline.tasks[leaf]
            if not any(_holding(task)):
                yield leaf


def _waits(schedule: Schedule, arc: Arc) -> bool:
    """Whether a link makes its successor start when its predecessor has ended, or later."""
    link = arc.link
    return (
        link.type is LinkType.FS
        and (link.lag is None or link.lag.amount >= 0)
        and drives(schedule.outline, arc)
    )
