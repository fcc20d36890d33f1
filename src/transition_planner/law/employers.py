"""Whether a rule that binds employers from some size on binds those of its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.law.lawrule import LawRule
    from transition_planner.schedule.schedule import Schedule


def binds_employers(schedule: Schedule, rule: LawRule, rows: Iterable[int]) -> bool:
    """Whether a rule binds the organisations that answer for some tasks.

    It does not where the plan tells of each of them that it employs too few; of one that it does not tell, or does not
    name, the rule holds.
    """
    least = rule.employees
    if least is None:
        return True
    plan, tasks = schedule.plan, schedule.outline.tasks
    for row in rows:
        owner = tasks[row].owner
        side = None if owner is None else plan.roles[owner].side
        number = None if side is None else plan.employees.get(side)
        if number is None or number >= least:
            return True
    return False
