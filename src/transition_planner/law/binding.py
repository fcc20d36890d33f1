"""The rules of a plan's packs that bind tasks of a model, kept or broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.law.employers import binds_employers
from transition_planner.law.margin import between, inside
from transition_planner.law.pairing import Pairs
from transition_planner.law.shelf import applied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.law.lawrule import LawRule
    from transition_planner.law.margin import Margin
    from transition_planner.law.shelf import Shelf
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Binding:
    """A rule, and how the tasks that it binds stand to it."""

    id: str
    """The rule's."""
    rule: LawRule
    """With the plan's own value, where it sets one."""
    margin: Margin


def bindings(schedule: Schedule, shelf: Shelf) -> Iterator[Binding]:
    """The rules that dates are held against, in the packs' order, once for each pair of tasks that is not done.

    Tasks that have no dates because of a circle of links are left out, and rules for larger employers than the plan's.
    """
    if not shelf.packs:
        return
    pairs = Pairs(schedule)
    for id_, written in shelf.rules.items():
        rule = applied(written, id_, schedule.plan) if written.computed else None
        if rule is not None:
            yield from (Binding(id_, rule, margin) for margin in _margins(schedule, pairs, rule))


def _margins(schedule: Schedule, pairs: Pairs, rule: LawRule) -> Iterator[Margin]:
    def holds(rows: set[int]) -> bool:
        return schedule.undated.keys().isdisjoint(rows) and binds_employers(schedule, rule, rows)

    found = (
        (inside(schedule, rule, row) for row in pairs.rows.get(rule.to or "", []) if holds({row}))
        if rule.form == "window"
        else (between(schedule, rule, *pair) for pair in pairs.of(rule) if holds({*pair}))
    )
    return (margin for margin in found if margin is not None)


def binding_of(schedule: Schedule, shelf: Shelf, row: int) -> tuple[Binding, ...]:
    """The rules that bind one task, or a task inside a phase."""
    rows = {row, *schedule.outline.leaves(row)}
    return tuple(
        each
        for each in bindings(schedule, shelf)
        if not rows.isdisjoint({each.margin.first, each.margin.second})
    )
