"""The plan's tree with a few tasks replaced: only the phases above them are copied, all else is shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task

Tasks = dict[str, "Task"]


def every_task(tasks: Mapping[str, Task]) -> Iterator[tuple[str, Task]]:
    """Tasks and all inside them, each with its id, in the order of the plan."""
    for id_, task in tasks.items():
        yield id_, task
        if task.tasks is not None:
            yield from every_task(task.tasks)


def without_field(task: Task, name: str) -> Task:
    """The task with a field at its default, as if it had never been written."""
    changed = task.model_copy(update={name: type(task).model_fields[name].get_default()})
    changed.model_fields_set.discard(name)
    return changed


def tasks_in(plan: Plan, phases: Sequence[str]) -> Tasks:
    """The tasks of a phase, which the way of phases from the top leads to; of the plan for no phase."""
    tasks = plan.tasks
    for phase in phases:
        tasks = tasks[phase].tasks or {}
    return tasks


def with_tasks(plan: Plan, phases: Sequence[str], change: Callable[[Tasks], Tasks]) -> Plan:
    """The plan with the tasks of a phase changed; a phase left without any is a task."""
    return plan.model_copy(update={"tasks": _changed(plan.tasks, phases, change)})


def with_task(plan: Plan, phases: Sequence[str], id_: str, task: Task) -> Plan:
    """The plan with one task in place of another of that id."""
    return with_tasks(plan, phases, lambda tasks: {**tasks, id_: task})


def with_each(tasks: Tasks, changed: dict[str, Task], phases: set[str]) -> Tasks:
    """The tasks with some replaced, wherever they stand; `phases` are those with one of them inside."""
    new: Tasks = {}
    for id_, old in tasks.items():
        task = changed.get(id_, old)
        if id_ in phases and task.tasks is not None:
            task = task.model_copy(update={"tasks": with_each(task.tasks, changed, phases)})
        new[id_] = task
    return new


def inserted(tasks: Tasks, id_: str, task: Task, behind: str | None) -> Tasks:
    """The tasks with one more behind another; for None it is the first."""
    new: Tasks = {} if behind is not None else {id_: task}
    for other, each in tasks.items():
        new[other] = each
        if other == behind:
            new[id_] = task
    return new


def without(tasks: Tasks, id_: str) -> Tasks:
    """The tasks but one."""
    return {other: each for other, each in tasks.items() if other != id_}


def _changed(tasks: Tasks, phases: Sequence[str], change: Callable[[Tasks], Tasks]) -> Tasks:
    if not phases:
        return change(tasks)
    phase = tasks[phases[0]]
    inner = _changed(phase.tasks or {}, phases[1:], change)
    new = phase.model_copy(update={"tasks": inner}) if inner else without_field(phase, "tasks")
    return {**tasks, phases[0]: new}
