"""The law that binds the tasks of a schedule, as their entries in calendars name it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from transition_planner.law.wording import spare
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.law.binding import Binding
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    Laws = Mapping[int, tuple[Binding, ...]]
    """The rules of law by the rows that they bind, phases of such tasks included."""

NO_LAWS: Laws = MappingProxyType({})
"""Of a plan without rule packs."""


def laws_of(document: Document, schedule: Schedule) -> Laws:
    """The law of the plan's packs, without what is only custom: good practice, and times that own rules set."""
    from transition_planner.law.binding import bindings  # noqa: PLC0415  # 10 ms that few exports need
    from transition_planner.law.shelf import shelf_of  # noqa: PLC0415  # as above

    found: dict[int, list[Binding]] = {}
    for each in bindings(schedule, shelf_of(document)):
        if each.rule.statutory:
            for row in _bound(schedule, each):
                found.setdefault(row, []).append(each)
    return {row: tuple(each) for row, each in found.items()}


def law_line(laws: Laws, row: int) -> str:
    """The law that binds a task, each with the days to spare; "" where none does."""
    parts = [
        _("{law}, {section} ({margin})").format(
            law=each.rule.law, section=each.rule.section, margin=spare(each.margin)
        )
        for each in laws.get(row, ())
    ]
    return _("Law: {laws}").format(laws="; ".join(dict.fromkeys(parts))) if parts else ""


def _bound(schedule: Schedule, binding: Binding) -> set[int]:
    """The rows of a rule's tasks, and of the phases that they stand in."""
    rows: set[int] = set()
    for end in (binding.margin.first, binding.margin.second):
        row = -1 if end is None else end
        while row >= 0:
            rows.add(row)
            row = schedule.outline.parent[row]
    return rows
