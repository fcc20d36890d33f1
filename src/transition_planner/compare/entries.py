"""The tasks of a plan, all models together, with what the file says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from transition_planner.plan.entry import Entry as PlanEntry
from transition_planner.plan.entry import kebab
from transition_planner.plan.link import Link
from transition_planner.plan.task import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task


class Entry(NamedTuple):
    """A task or phase, and the phase it stands in; None is the top."""

    phase: str | None
    task: Task


Entries = dict[str, Entry]
"""Tasks and phases by id, in file order."""


def entries(plan: Plan) -> Entries:
    """Each task and phase of a plan."""

    def walk(tasks: Mapping[str, Task], phase: str | None) -> Iterator[tuple[str, Entry]]:
        for id_, task in tasks.items():
            yield id_, Entry(phase, task)
            if task.tasks is not None:
                yield from walk(task.tasks, id_)

    return dict(walk(plan.tasks, None))


def said(task: Task) -> dict[str, Any]:
    """A task's own fields, as JSON, by their keys in the file."""
    fields = {kebab(name): _plain(getattr(task, name)) for name in task.model_fields_set if name != "tasks"}
    if task.done is not None:
        fields["done"] = f"{task.done}%"
    return {key: fields[key] for key in sorted(fields)}


def _plain(value: Any) -> Any:
    """A field's value as the file writes it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Link):
        return str(value)
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, PlanEntry) and not isinstance(value, Range):
        fields = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return fields["date"] if set(fields) == {"date"} else fields
    return str(value)
