"""Give a calendar, a role or a model another id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from transition_planner.locales import _
from transition_planner.plan.calendar import ALWAYS
from transition_planner.planfile.edits.applied import Applied, Touched, applied
from transition_planner.planfile.edits.checking import check_id, fields_of, phases_of, with_hint
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.set_plan_field import with_field
from transition_planner.planfile.edits.stretch import Stretch, has_alias, meaning
from transition_planner.planfile.edits.tree import every_task, with_each
from transition_planner.planfile.edits.validity import check_plan
from transition_planner.planfile.edits.waived import renamed_waivers
from transition_planner.planfile.edits.writing import put
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.splice import Splice

Kind = Literal["calendars", "roles", "models"]

_IN_TASKS: Mapping[Kind, Mapping[str, str]] = {
    "calendars": {"calendar": "calendar"},
    "roles": {"owner": "owner", "involves": "involves"},
    "models": {"in": "in_"},
}
"""The fields of a task that name such a thing: their keys in the file, and their names in code."""
_OUTSIDE: Mapping[Kind, tuple[KeyPath, ...]] = {
    "calendars": (("calendar",), ("calendars", "*", "within"), ("roles", "*", "calendar")),
    "roles": (),
    "models": (("chosen",),),
}
"""The values outside tasks that do; a star is any key."""


@dataclass(frozen=True, slots=True)
class RenameEntry:
    """Give a calendar, a role or a model another id, in its entry and wherever the plan names it."""

    kind: Kind
    id: str
    to: str

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("rename {task} to {to}").format(task=self.id, to=self.to)

    def applied_to(self, document: Document) -> Applied:
        """The document with the entry renamed.

        Raises:
            EditRefused: if that cannot be.
        """
        self._check(document)
        if self.to == self.id:
            return Applied(document, ())
        plan, splices, touched = self._tasks(document)
        around = Stretch(document, None).before
        said = meaning(around)
        meant = said
        for way in self._ways(said):
            value = self._renamed(_value(said, way))
            splices += _put(document, None, way, value)
            meant = _with(meant, way, value)
        splices += self._key(document)
        meant = {**meant, self.kind: {self._renamed(id_): each for id_, each in meant[self.kind].items()}}
        for field in said:
            if meant[field] != said[field]:
                if has_alias(said[field]):
                    raise EditRefused(_("{field} holds an alias: change it in the file.").format(field=field))
                plan = with_field(document, plan, field, meant[field])
        if self._meant_alone(document):
            plan, meant, waiving = renamed_waivers(document, plan, meant, {self.id: self.to})
            splices += waiving
        made = applied(document, splices, plan, [*touched, Touched(None, around, meant)])
        check_plan(made.document)
        return made

    def _check(self, document: Document) -> None:
        """Refuse what cannot be, before the text is touched."""
        known = getattr(document.plan, self.kind)
        if self.id not in known:
            sentence = _("There is no {id} among the {kind} of the plan.")
            raise EditRefused(with_hint(sentence.format(id=self.id, kind=self.kind), self.id, known))
        check_id(self.to)
        if self.to != self.id and (self.to in known or (self.kind == "calendars" and self.to == ALWAYS)):
            raise EditRefused(_("the id {id} is taken").format(id=self.to))
        items = [] if document.register is None else [items for _s, _k, items in document.register.sections()]
        if self.kind == "models" and any(
            self.id in (item.applies or ()) for each in items for item in each.values()
        ):
            raise EditRefused(
                _("{file} names the model {model}: change both files in a text editor.").format(
                    file=document.register_name, model=self.id
                )
            )

    def _renamed(self, value: Any) -> Any:
        """A value that names the entry, or a list with one, with the new id."""
        if isinstance(value, list):
            return [*map(self._renamed, value)]
        return self.to if value == self.id else value

    def _tasks(self, document: Document) -> tuple[Plan, list[Splice], list[Touched]]:
        """The plan with the tasks that name the entry changed, and what that does to their text.

        Raises:
            EditRefused: if an alias stands there.
        """
        splices: list[Splice] = []
        touched: list[Touched] = []
        changed: dict[str, Task] = {}
        phases: set[str] = set()
        for id_, task in every_task(document.plan.tasks):
            named = {
                key: name for key, name in _IN_TASKS[self.kind].items() if self._names(getattr(task, name))
            }
            if not named:
                continue
            stretch = Stretch(document, id_)
            meant = fields_of(stretch, id_)
            for key in named:
                if has_alias(meant[key]):
                    raise EditRefused(_("{field} holds an alias: change it in the file.").format(field=key))
                meant = {**meant, key: self._renamed(meant[key])}
                splices += _put(document, id_, (key,), meant[key])
            touched.append(Touched(id_, stretch.before, meant))
            update = {name: self._renamed_ids(getattr(task, name)) for name in named.values()}
            changed[id_] = task.model_copy(update=update)
            phases.update(phases_of(document, id_))
        tasks = with_each(document.plan.tasks, changed, phases)
        return document.plan.model_copy(update={"tasks": tasks}), splices, touched

    def _names(self, ids: str | tuple[str, ...] | None) -> bool:
        return self.id == ids if isinstance(ids, str) else self.id in (ids or ())

    def _renamed_ids(self, ids: str | tuple[str, ...]) -> str | tuple[str, ...]:
        return self.to if isinstance(ids, str) else tuple(map(self._renamed, ids))

    def _ways(self, said: Any) -> Iterator[KeyPath]:
        """The ways to the values outside tasks that name the entry."""
        in_models = (("models", "*", "overrides", "*", key) for key in _IN_TASKS[self.kind])
        for pattern in (*_OUTSIDE[self.kind], *in_models):
            for way in _matching(said, pattern):
                value = _value(said, way)
                if value == self.id or (isinstance(value, list) and self.id in value):
                    yield way

    def _key(self, document: Document) -> tuple[Splice, ...]:
        """What changes the key of the entry.

        Raises:
            EditRefused: if an alias stands in its place.
        """
        stretch = Stretch(document, None)
        box = stretch.root.at(self.kind)
        key = box.entry(self.id)[0]
        source = stretch.text[key.start : key.end]
        stretch.replace(key.start, key.end, written(self.to, flow=box.style == "flow", like=source))
        return stretch.splices()

    def _meant_alone(self, document: Document) -> bool:
        """Whether nothing else has the id, so that a waiver of it means the entry."""
        plan, register = document.plan, document.register
        others = [getattr(plan, kind) for kind in _IN_TASKS if kind != self.kind]
        others += [] if register is None else [items for _section, _key, items in register.sections()]
        return self.id not in document.starts.rows and not any(self.id in each for each in others)


def _put(document: Document, task: str | None, way: KeyPath, value: Any) -> tuple[Splice, ...]:
    """What makes a value another, on a stretch of its own: others may stand on the other side of the tasks."""
    stretch = Stretch(document, task)
    put(stretch, way[:-1], str(way[-1]), value)
    return stretch.splices()


def _matching(said: Any, pattern: KeyPath) -> Iterator[KeyPath]:
    """The ways that a pattern with stars leads."""
    if not pattern:
        yield ()
    elif isinstance(said, dict):
        for key in said if pattern[0] == "*" else (pattern[0],):
            if key in said:
                yield from ((key, *way) for way in _matching(said[key], pattern[1:]))


def _value(said: Any, way: KeyPath) -> Any:
    for key in way:
        said = said[key]
    return said


def _with(said: Any, way: KeyPath, value: Any) -> Any:
    """What is said with another value at the end of a way."""
    return {**said, way[0]: _with(said[way[0]], way[1:], value)} if way else value
