"""Which tasks a rule speaks of: those with its tags of which the one leads to the other through links.

Where each of its tags stands on one task alone there is no doubt which is meant: they are a pair without a link, so
that who removes a link does not silence the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.law.lawrule import LawRule
    from transition_planner.schedule.schedule import Schedule


class Pairs:
    """The pairs of tasks of one model.

    A tag may stand on several tasks, so only the nearest are a pair: of notice → meeting → notice → meeting each
    meeting has the notice right before it. A task with both tags is a pair with itself where the rule counts from
    its start.
    """

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self.rows: Mapping[str, list[int]] = _by_tag(schedule)
        self._behind: dict[int, frozenset[int]] = {}

    def of(self, rule: LawRule) -> Iterator[tuple[int, int]]:
        """The rows of each pair of a rule with two ends."""
        firsts = self.rows.get(rule.from_ or "", [])
        seconds = self.rows.get(rule.to or "", [])
        if len(firsts) == len(seconds) == 1 and firsts != seconds:
            yield firsts[0], seconds[0]
            return
        for first in firsts:
            if first in seconds and rule.counts_from == "start":
                yield first, first
                continue
            yield from (
                (first, second) for second in seconds if self._nearest(first, second, firsts, seconds)
            )

    def _nearest(self, first: int, second: int, firsts: list[int], seconds: list[int]) -> bool:
        if first == second or second not in self.behind(first):
            return False
        between = [row for row in {*firsts, *seconds} - {first, second} if row in self.behind(first)]
        return not any(second in self.behind(row) for row in between)

    def behind(self, row: int) -> frozenset[int]:
        """The rows that links lead to from a row."""
        if row not in self._behind:
            self._behind[row] = self._walk(row)
        return self._behind[row]

    def _walk(self, row: int) -> frozenset[int]:
        schedule, parent = self._schedule, self._schedule.outline.parent
        seen: set[int] = set()
        left = [row, *schedule.outline.leaves(row)]
        while left:
            at = left.pop()
            # What waits for a phase waits for each of its tasks.
            while at >= 0:
                for arc in schedule.successors(at):
                    if arc.succ not in seen:
                        seen.add(arc.succ)
                        left.append(arc.succ)
                at = parent[at]
        phases = {above for each in seen for above in _above(parent, each)}
        return frozenset(seen | phases)


def _above(parent: tuple[int, ...], row: int) -> Iterator[int]:
    while (row := parent[row]) >= 0:
        yield row


def _by_tag(schedule: Schedule) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, task in enumerate(schedule.outline.tasks):
        for tag in task.tags:
            rows.setdefault(tag, []).append(row)
    return rows
