"""The whole plan, all models together: for rules about what belongs to which model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document


@dataclass(frozen=True, slots=True)
class Member:
    """A task or phase of the plan, in whatever model."""

    id: str
    task: Task
    at: KeyPath
    models: frozenset[str]
    """The models it is in; a phase is where a task of it is."""


def members(document: Document) -> Iterator[Member]:
    """All tasks and phases, a phase before its tasks; none where the plan has no models."""
    models = frozenset(document.plan.models)
    if models:
        yield from _members(document.plan.tasks, (), models)


def _members(tasks: Mapping[str, Task], above: KeyPath, inherited: frozenset[str]) -> Iterator[Member]:
    for id_, task in tasks.items():
        at = (*above, "tasks", id_)
        models = inherited if task.in_ is None else frozenset(task.in_)
        if task.tasks is None:
            yield Member(id_, task, at, models)
            continue
        inside = list(_members(task.tasks, at, models))
        yield Member(id_, task, at, frozenset().union(*(member.models for member in inside)))
        yield from inside
