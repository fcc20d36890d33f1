"""What two states of a plan say differently: tasks added, removed, renamed and moved, and fields changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.plan.entry import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.register import Register
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document

ALIKE = 0.6
"""The share of equal fields from which a task that went and one that came are the same, renamed."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that was changed."""

    at: KeyPath
    """The way to it: `("choose-model", "duration")` in a task, `("models", "merger", "goal")` in the plan."""
    before: Any
    """As JSON would have it; None where there was none."""
    after: Any


@dataclass(frozen=True, slots=True)
class Move:
    """A task that stands in another phase; None is the top."""

    task: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class PlanChange:
    """All that two states of a plan say differently. Ids are those of the later state where it has the task."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    """Earlier and later id."""
    moved: tuple[Move, ...]
    fields: tuple[FieldChange, ...]
    """Of tasks, the first step of the way being the task."""
    plan: tuple[FieldChange, ...]
    """Of the plan outside its tasks."""
    register: tuple[FieldChange, ...]
    """Of the register's items."""

    def __bool__(self) -> bool:
        return any(
            (self.added, self.removed, self.renamed, self.moved, self.fields, self.plan, self.register)
        )

    @property
    def earlier_ids(self) -> dict[str, str]:
        """The earlier id of each renamed task."""
        return {after: before for before, after in self.renamed}


def plan_change(before: Document, after: Document) -> PlanChange:
    """What changed between two states."""
    old, new = dict(entries(before.plan)), dict(entries(after.plan))
    gone = [id_ for id_ in old if id_ not in new]
    come = [id_ for id_ in new if id_ not in old]
    renamed = _renamed(old, new, gone, come)
    later = dict(renamed)
    moved, fields = [], []
    for id_, (phase, task) in old.items():
        now = later.get(id_, id_)
        if now not in new:
            continue
        new_phase, new_task = new[now]
        was_in = later.get(phase, phase) if phase is not None else None
        if was_in != new_phase:
            moved.append(Move(now, was_in, new_phase))
        fields += [
            FieldChange((now, *at), was, is_)
            for at, was, is_ in _differences(_with_later_ids(said(task), later), said(new_task))
        ]
    return PlanChange(
        added=tuple(id_ for id_ in come if id_ not in later.values()),
        removed=tuple(id_ for id_ in gone if id_ not in later),
        renamed=tuple(renamed),
        moved=tuple(moved),
        fields=tuple(fields),
        plan=_changes(_head(before.plan), _head(after.plan)),
        register=_changes(_items(before.register), _items(after.register)),
    )


def entries(plan: Plan) -> Iterator[tuple[str, tuple[str | None, Task]]]:
    """Each task and phase by id, with the phase it stands in, in file order."""

    def walk(tasks: Mapping[str, Task], phase: str | None) -> Iterator[tuple[str, tuple[str | None, Task]]]:
        for id_, task in tasks.items():
            yield id_, (phase, task)
            if task.tasks is not None:
                yield from walk(task.tasks, id_)

    return walk(plan.tasks, None)


def said(task: Task) -> dict[str, Any]:
    """A task's own fields, as JSON, by their keys in the file."""
    fields = {kebab(name): _plain(getattr(task, name)) for name in task.model_fields_set if name != "tasks"}
    return {key: fields[key] for key in sorted(fields)}


def _plain(value: Any) -> Any:
    """A field's value as the file writes it."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if hasattr(value, "shortest"):
        return str(value)
    if hasattr(value, "model_dump"):
        fields = value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return fields["date"] if set(fields) == {"date"} else fields
    return str(value)


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], way: KeyPath = ()
) -> Iterator[tuple[KeyPath, Any, Any]]:
    """The values that differ, maps inside maps followed, in the order of their keys."""
    for key in [*before, *(key for key in after if key not in before)]:
        was, is_ = before.get(key), after.get(key)
        if was == is_:
            continue
        if isinstance(was, dict) and isinstance(is_, dict):
            yield from _differences(was, is_, (*way, key))
        else:
            yield (*way, key), was, is_


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(*each) for each in _differences(before, after))


def _head(plan: Plan) -> dict[str, Any]:
    return plan.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"tasks"})


def _items(register: Register | None) -> dict[str, Any]:
    if register is None:
        return {}
    return {
        section: {
            id_: item.model_dump(mode="json", by_alias=True, exclude_unset=True)
            for id_, item in items.items()
        }
        for section, _field, items in register.sections()
    }


def _with_later_ids(fields: dict[str, Any], later: Mapping[str, str]) -> dict[str, Any]:
    """A task's fields with the links to renamed tasks written with their later ids."""
    if not later or "after" not in fields:
        return fields
    links = []
    for link in fields["after"]:
        id_, blank, rest = link.partition(" ")
        links.append(f"{later.get(id_, id_)}{blank}{rest}")
    return fields | {"after": links}


Entries = dict[str, tuple[str | None, "Task"]]


def _renamed(old: Entries, new: Entries, gone: list[str], come: list[str]) -> list[tuple[str, str]]:
    """Pairs of a task that went and one that came which are the same, the likest first served, in file order."""
    if not gone or not come:
        return []
    came = {id_: said(new[id_][1]) for id_ in come}
    likeness = []
    for before, id_ in enumerate(gone):
        was = said(old[id_][1])
        for after, other in enumerate(come):
            if old[id_][1].is_phase == new[other][1].is_phase:
                likeness.append((-_alike(was, came[other]), before, after))
    pairs: dict[int, int] = {}
    for score, before, after in sorted(likeness):
        if -score >= ALIKE and before not in pairs and after not in pairs.values():
            pairs[before] = after
    return [(gone[before], come[after]) for before, after in sorted(pairs.items())]


def _alike(was: Mapping[str, Any], is_: Mapping[str, Any]) -> float:
    """The share of fields that are equal; links aside, whose ids a renaming changes too."""
    keys = (was.keys() | is_.keys()) - {"after"}
    return sum(was.get(key) == is_.get(key) for key in keys) / len(keys) if keys else 0.0
