"""The dates that a plan's calendars show where nothing is chosen: milestones, decisions and deadlines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from transition_planner.plan.organisations import concerned, organisations, sides

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task


@dataclass(frozen=True, slots=True)
class Announced:
    """A date that calendars show."""

    row: int
    task: Task
    deadline: bool
    """Whether it is the task's deadline, not its own date."""
    sides: tuple[str, ...]
    """The organisations whose calendars show it."""

    def at(self, context: Context) -> KeyPath:
        """Where the plan says it."""
        return context.at(self.row, "deadline" if self.deadline else None)


def announced(plan: Plan, outline: Outline) -> Iterator[Announced]:
    """Those of a model in file order, a task's own date before its deadline."""
    for row, task in enumerate(outline.tasks):
        shown = task.decision or task.is_milestone
        if shown or task.deadline is not None:
            shown_to = concerned(plan, task)
            if shown:
                yield Announced(row, task, deadline=False, sides=shown_to)
            if task.deadline is not None:
                yield Announced(row, task, deadline=True, sides=shown_to)


def taking_part(plan: Plan, outline: Outline) -> dict[str, int]:
    """How many tasks of a model each organisation owns or takes part in, in file order."""
    if not organisations(plan):
        return {}
    return Counter(chain.from_iterable(sides(plan, task) for task in outline.tasks))
