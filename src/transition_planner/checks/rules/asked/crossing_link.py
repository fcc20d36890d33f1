"""TP311."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Family, Offence, rule
from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


@rule("TP311", Family.LOGIC, Severity.INFO, asked_only=True)
def crossing_link(context: Context) -> Iterator[Offence]:
    """A link joins tasks of two calendars.

    What it checks:
        That both ends of a link work by the same calendar; windows apart, which are there to be waited for.

    Why it matters:
        Between two calendars days are lost that belong to nobody, and a lag is counted by the successor's.

    Example that fails:
        calendars:
          weekend: {week: "sat-sun 10:00-16:00"}
        tasks:
          pack: {duration: 1d}
          carry: {duration: 1d, calendar: weekend, after: [pack]}

    Example that passes:
        tasks:
          pack: {duration: 1d}
          carry: {duration: 1d, after: [pack]}

    Remedy:
        See whether both calendars are meant.

    Source:
        Oracle Primavera P6, Check Schedule; the meaning of calendars.
    """
    outline, schedule = context.outline, context.schedule
    without = context.phases | schedule.impossible.keys()
    works_by = [None if row in without else schedule.calendar(row) for row in range(len(outline))]
    for row, index, link in context.links:
        first, second = works_by[outline.row[link.task]], works_by[row]
        if first is second or first is None or second is None or first.name == second.name:
            continue
        if not (first.rules.window or second.rules.window):
            yield Offence(
                _("{predecessor} works by {first}, {task} by {second}").format(
                    predecessor=link.task, first=first.name, task=outline.ids[row], second=second.name
                ),
                context.at(row, "after", index),
                _("See whether both calendars are meant."),
            )
