"""Whether everything a plan refers to exists, and whether what a task says fits together."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pydantic import ValidationError

from transition_planner.locales import _
from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.finding import Finding
from transition_planner.plan.outline import overridden
from transition_planner.planfile.consistency import inconsistencies, unwritten
from transition_planner.planfile.suggestions import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.register import Register
    from transition_planner.plan.task import Task
    from transition_planner.planfile.suggestions import Suggestions

_NOT_IN_OVERRIDES = ("in", "tasks")
"""Fields that say where a task stands; a model cannot override them."""


@dataclass(frozen=True, slots=True)
class References:
    """The check of one plan. Its findings have ways, and places only where `line` was asked."""

    plan: Plan
    register: Register | None
    """None where the plan has none, or where it could not be read."""
    suggestions: Suggestions
    line: Callable[[KeyPath], int]
    """Gives the line in the file of a way."""
    override_errors: Callable[[ValidationError, Mapping[str, object], KeyPath], Iterable[Finding]]
    """Gives the findings for a model's override that validation refuses."""
    ways: dict[str, KeyPath] = field(default_factory=dict)
    """The way to each task."""
    tasks: dict[str, Task] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        """All that is wrong, in no particular order."""
        yield from self._gather(self.plan.tasks, ())
        plan = self.plan
        yield from self._calendar(plan.calendar, ("calendar",))
        yield from self._model(plan.chosen, ("chosen",))
        if plan.choice is not None and plan.choice not in self.tasks:
            yield self._unknown(_("there is no task {name}"), plan.choice, self.tasks, ("choice",))
        for name, calendar in plan.calendars.items():
            yield from self._calendar(calendar.within, ("calendars", name, "within"))
        yield from self._circular_calendars()
        for name, role in plan.roles.items():
            yield from self._calendar(role.calendar, ("roles", name, "calendar"))
        for id_, task in self.tasks.items():
            yield from unwritten(task, self.ways[id_])
            yield from self._task(task, self.ways[id_])
        yield from self._models()
        if self.register is not None:
            yield from self._register(self.register)

    def of_task(self, id_: str, way: KeyPath) -> Iterator[Finding]:
        """What is wrong with one task, which stands at `way`, and with what models override in it.

        `tasks` is what the check was made with.
        """
        yield from self._task(self.tasks[id_], way)
        for name, model in self.plan.models.items():
            if id_ in model.overrides:
                yield from self._override(id_, model.overrides[id_], ("models", name, "overrides", id_))

    def _gather(self, tasks: Mapping[str, Task], way: KeyPath) -> Iterator[Finding]:
        for id_, task in tasks.items():
            here = (*way, "tasks", id_)
            if id_ in self.tasks:
                yield Finding(
                    "TP004",
                    _("the id {id} is taken by the task in line {line}").format(
                        id=id_, line=self.line(self.ways[id_])
                    ),
                    at=here,
                    hint=_("Give one of them another id; ids are unique in the whole plan."),
                )
            else:
                self.tasks[id_], self.ways[id_] = task, here
            if task.tasks:
                yield from self._gather(task.tasks, here)

    def _task(self, task: Task, way: KeyPath) -> Iterator[Finding]:
        """The references of a task, or of the fields that a model overrides, which stand at `way`.

        What is right is passed over here: a generator for each of 10,000 tasks' references would take 40 ms.
        """
        tasks = self.tasks
        for index, link in enumerate(task.after):
            if link.task not in tasks:
                yield self._unknown(_("there is no task {name}"), link.task, tasks, (*way, "after", index))
        if task.calendar is not None:
            yield from self._calendar(task.calendar, (*way, "calendar"))
        roles = self.plan.roles
        if task.owner is not None and task.owner not in roles:
            yield self._unknown(_("there is no role {name}"), task.owner, roles, (*way, "owner"))
        for index, role in enumerate(task.involves):
            if role not in roles:
                yield self._unknown(_("there is no role {name}"), role, roles, (*way, "involves", index))
        for index, model in enumerate(task.in_ or ()):
            if model not in self.plan.models:
                yield from self._model(model, (*way, "in", index))
        if task.serves or task.realises or task.mitigates:
            yield from self._items(task, way)
        yield from inconsistencies(task, way)

    def _calendar(self, name: str | None, at: KeyPath) -> Iterator[Finding]:
        if name is not None and name != ALWAYS and name not in self.plan.calendars:
            yield self._unknown(_("there is no calendar {name}"), name, (*self.plan.calendars, ALWAYS), at)

    def _circular_calendars(self) -> Iterator[Finding]:
        calendars = self.plan.calendars
        for name in calendars:
            seen: list[str] = []
            outer: str | None = name
            while outer in calendars and outer not in seen:
                seen.append(outer)
                outer = calendars[outer].within
            if outer == name:
                yield _wrong(
                    ("calendars", name, "within"),
                    _("the calendar {name} lies within itself").format(name=name),
                    _("Name the calendar with the ordinary working time, or delete the key."),
                )

    def _model(self, name: str | None, at: KeyPath, *, register: bool = False) -> Iterator[Finding]:
        if name is not None and name not in self.plan.models:
            yield self._unknown(_("there is no model {name}"), name, self.plan.models, at, register=register)

    def _items(self, task: Task, way: KeyPath) -> Iterator[Finding]:
        if self.register is None:
            if self.plan.register_ is None:
                for key in ("serves", "realises", "mitigates"):
                    if getattr(task, key):
                        yield Finding(
                            "TP005",
                            _("the plan names no register"),
                            at=(*way, key),
                            hint=_(
                                "Write register: register.yaml at the top, with the register beside the plan."
                            ),
                        )
            return
        sentences = {
            "serves": _("the register has no objective {name}"),
            "realises": _("the register has no opportunity {name}"),
            "mitigates": _("the register has no threat {name}"),
        }
        sections = {key: items for _section, key, items in self.register.sections()}
        for key, items in sections.items():
            for index, name in enumerate(getattr(task, key)):
                if name not in items:
                    finding = self._unknown(sentences[key], name, items, (*way, key, index))
                    others = [other for other, known in sections.items() if name in known]
                    hint = _("Write it under {key}.").format(key=others[0]) if others else finding.hint
                    yield replace(finding, hint=hint)

    def _models(self) -> Iterator[Finding]:
        for name, model in self.plan.models.items():
            if model.goal is not None and model.goal not in self.tasks:
                yield self._unknown(
                    _("there is no task {name}"), model.goal, self.tasks, ("models", name, "goal")
                )
            for id_, fields in model.overrides.items():
                way = ("models", name, "overrides", id_)
                if id_ not in self.tasks:
                    yield self._unknown(_("there is no task {name}"), id_, self.tasks, way)
                else:
                    yield from self._override(id_, fields, way)

    def _override(self, id_: str, fields: Mapping[str, object], way: KeyPath) -> Iterator[Finding]:
        fixed = [key for key in _NOT_IN_OVERRIDES if key in fields]
        for key in fixed:
            yield Finding(
                "TP002",
                _("a model cannot override {key}").format(key=key),
                at=(*way, key),
                hint=_("Change it where the task stands."),
            )
        if fixed:
            return
        try:
            task = overridden(self.tasks[id_], fields)
        except ValidationError as error:
            yield from self.override_errors(error, fields, way)
            return
        written = set(fields)
        for finding in self._task(task, way):
            # What the task itself says is told where the task stands.
            if finding.at[len(way)] in written:
                yield finding

    def _register(self, register: Register) -> Iterator[Finding]:
        for section, _key, items in register.sections():
            for id_, item in items.items():
                for index, model in enumerate(item.applies or ()):
                    yield from self._model(model, (section, id_, "applies", index), register=True)

    def _unknown(
        self, sentence: str, name: str, known: Collection[str], at: KeyPath, *, register: bool = False
    ) -> Finding:
        return Finding(
            "TP005",
            sentence.format(name=shortened(name)),
            at=at,
            hint=self.suggestions.hint(name, known) or _few(known),
            register=register,
        )


_MOST_LISTED = 8


def _few(known: Collection[str]) -> str:
    """The names to choose from, where they are few."""
    if not known:
        return _("The plan defines none.")
    return _("There are: {names}.").format(names=", ".join(known)) if len(known) <= _MOST_LISTED else ""


def _wrong(at: KeyPath, message: str, hint: str) -> Finding:
    return Finding("TP003", message, at=at, hint=hint)
