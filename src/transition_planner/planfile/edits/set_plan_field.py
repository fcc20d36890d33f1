"""Set or remove a field of the plan outside its tasks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.plan.plan import Plan
from transition_planner.planfile.datefiles.resolving import beside, with_dates
from transition_planner.planfile.edits.applied import Touched, applied
from transition_planner.planfile.edits.checking import with_hint
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import Stretch, has_alias, meaning
from transition_planner.planfile.edits.validity import check_plan, validated
from transition_planner.planfile.edits.writing import insert, put, remove

if TYPE_CHECKING:
    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.applied import Applied
    from transition_planner.planfile.edits.layout import Layout, Value

_FIELDS = {str(info.alias): name for name, info in Plan.model_fields.items()}
_MAPS = ("models", "calendars", "roles")
_FIXED = ("format", "id", "register", "tasks")
_BLANK = {"format": 1, "id": "0" * 32, "title": "", "start": "2000-01-01", "tasks": {}}
"""A valid plan: one field in it can be validated without the others."""


@dataclass(frozen=True, slots=True)
class SetPlanField:
    """Give a value of the plan, outside its tasks, another value, or with None take it out.

    Maps and lists on the way that are not there are made, and those left empty go too; the item behind a list's last
    is a new one.
    """

    at: KeyPath
    """`("chosen",)`, or `("models", "merger", "overrides", "choose-model", "duration")`."""
    value: Value

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        field = ".".join(map(str, self.at))
        return (
            _("remove {field}").format(field=field)
            if self.value is None
            else _("set {field}").format(field=field)
        )

    def applied_to(self, document: Document) -> Applied:
        """The document with the value.

        Raises:
            EditRefused: if that cannot be.
        """
        field = str(self.at[0])
        self._check(field)
        stretch = Stretch(document, None)
        said = meaning(stretch.before)
        if has_alias(said.get(field)):
            raise EditRefused(_("{field} holds an alias: change it in the file.").format(field=field))
        value = _changed(said.get(field), self.at[1:], self.value)
        meant = {key: each for key, each in said.items() if key != field}
        if value is not None:
            meant[field] = value
            if field in _MAPS and field not in said:
                insert(stretch, (), field, partial(_line_each, stretch.layout, field, value), tuple(_FIELDS))
            else:
                put(stretch, (), field, value, tuple(_FIELDS))
        elif field in said:
            remove(stretch, (), field)
        plan = with_field(document, document.plan, field, value)
        made = applied(document, stretch.splices(), plan, [Touched(None, stretch.before, meant)])
        check_plan(made.document)
        return made

    def _check(self, field: str) -> None:
        if field not in _FIELDS:
            raise EditRefused(
                with_hint(_("A plan has no field {field}.").format(field=field), field, _FIELDS)
            )
        if field in _FIXED:
            raise EditRefused(_("{field} is not changed here.").format(field=field))


def _line_each(layout: Layout, field: str, value: Value, column: int | None) -> str:
    """A new map of entries (see `Render`), in which each has lines of its own, as those that come later will."""
    if column is None:
        return layout.entry(field, value, None)
    inner = column + layout.step
    return f"{field}:{layout.newline}{' ' * inner}{layout.below(value, inner)}"


def _with_dates(document: Document, plan: Plan) -> Plan:
    """The plan with the days of its files.

    Raises:
        EditRefused: if one of them cannot be used.
    """
    plan, wrong = with_dates(plan, beside(document.path.parent if document.path else None))
    if wrong:
        raise EditRefused(wrong[0].message)
    return plan


def _changed(said: Any, way: KeyPath, value: Value) -> Any:
    """What a value says when one inside it is another; None where nothing is left.

    Raises:
        EditRefused: if the way leads through a value that is no map, or past a list's end.
    """
    if not way:
        return value
    key = way[0]
    items = said or []
    if isinstance(items, list) and isinstance(key, int) and 0 <= key <= len(items):
        inner = _changed(items[key] if key < len(items) else None, way[1:], value)
        return [*items[:key], *([] if inner is None else [inner]), *items[key + 1 :]] or None
    if not isinstance(said, dict | None):
        raise EditRefused(_("There is no {key} in {value}.").format(key=key, value=repr(said)))
    inner = _changed((said or {}).get(key), way[1:], value)
    if inner is not None:
        return {**(said or {}), str(key): inner}
    return {other: each for other, each in (said or {}).items() if other != key} or None


def with_field(document: Document, plan: Plan, field: str, value: Any) -> Plan:
    """A document's plan with another value of a field outside its tasks, and with the days of its files.

    Raises:
        EditRefused: with the plan's own message if the value is not valid.
    """
    fields = {key: each for key, each in {**_BLANK, field: value}.items() if each is not None}
    name = _FIELDS[field]
    return _with_dates(document, plan.model_copy(update={name: getattr(validated(Plan, fields), name)}))
