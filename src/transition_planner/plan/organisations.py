"""The organisations of a plan: the sides of its roles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task


def organisations(plan: Plan) -> tuple[str, ...]:
    """The sides that roles of the plan belong to, each once, in the order of the file."""
    return tuple(dict.fromkeys(role.side for role in plan.roles.values() if role.side is not None))


def sides(plan: Plan, task: Task) -> tuple[str, ...]:
    """The sides of a task's owner and of the roles it involves, the owner's first."""
    names = (*([task.owner] if task.owner else []), *task.involves)
    roles = (plan.roles.get(name) for name in names)
    return tuple(dict.fromkeys(role.side for role in roles if role is not None and role.side is not None))


def concerned(plan: Plan, task: Task) -> tuple[str, ...]:
    """The sides whose calendars show a task's dates: all, where it is one of the few that everybody should know.

    Those of its own roles come first.
    """
    own = sides(plan, task)
    return tuple(dict.fromkeys((*own, *organisations(plan)))) if task.key else own
