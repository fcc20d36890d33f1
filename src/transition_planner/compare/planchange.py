"""What two states of a plan say differently: tasks added, removed, renamed and moved, and fields changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.compare.entries import entries, said
from transition_planner.compare.renames import renames

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.register import Register
    from transition_planner.planfile.document import Document


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
    old, new = entries(before.plan), entries(after.plan)
    later = renames(old, new)
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
        added=tuple(id_ for id_ in new if id_ not in old and id_ not in later.values()),
        removed=tuple(id_ for id_ in old if id_ not in new and id_ not in later),
        renamed=tuple(later.items()),
        moved=tuple(moved),
        fields=tuple(fields),
        plan=_changes(_head(before.plan), _head(after.plan)),
        register=_changes(_items(before.register), _items(after.register)),
    )


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
