"""What validation refuses, in our own words and in the reader's language, with the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from transition_planner.locales import _
from transition_planner.plan.calendar import Calendar, Days, FrozenSpan, OpenDays
from transition_planner.plan.entry import Entry
from transition_planner.plan.finding import Finding
from transition_planner.plan.plan import Limits, Model, Plan, Role
from transition_planner.plan.refusal import REFUSAL
from transition_planner.plan.register import Item, Register
from transition_planner.plan.task import Fixed, Manual, Task
from transition_planner.plan.thresholds import Thresholds
from transition_planner.planfile.suggestions import shortened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.locate import Places
    from transition_planner.planfile.suggestions import Suggestions

_FEW_KEYS = 10
"""How many keys a hint lists."""
_KEY = "[key]"
"""pydantic's mark for an error about a key."""


def wrong_values(
    error: ValidationError,
    data: Any,
    entry: type[Entry],
    places: Places,
    suggestions: Suggestions,
    prefix: KeyPath = (),
) -> Iterator[Finding]:
    """A finding for each thing that an error of validating `data` as `entry` tells.

    `prefix` is the way to `data` from the top of the file that `places` knows.
    """
    for details in _relevant(error.errors(include_url=False), data):
        way, about_key = _way(details["loc"], data)
        message, hint = _sentence(details, way, entry, suggestions, about_key=about_key)
        at = (*prefix, *way)
        unknown = details["type"] == "extra_forbidden"
        at_key = unknown or about_key or details["type"] == "missing"
        yield Finding(
            "TP002" if unknown else "TP003",
            message,
            at=at,
            hint=hint,
            place=places.at(at, key=at_key),
            register=entry is Register,
        )


def _way(loc: tuple[int | str, ...], data: Any) -> tuple[KeyPath, bool]:
    """The way in the file of an error's loc, and whether it is about the last key itself.

    A step that is no key of the data is the key that is missing, or the name of a branch of a union, or a field that
    only the validated form has (`5d..15d` has `longest`).
    """
    way: list[str | int] = []
    for step in loc:
        if _leads_on(data, step):
            data = data[step]
            way.append(step)
    return tuple(way), loc[-1:] == (_KEY,)


def _relevant(errors: Iterable[ErrorDetails], data: Any) -> Iterator[ErrorDetails]:
    """The errors without those of union branches that a value was not meant for; one where it fits no branch."""
    misfits: dict[KeyPath, ErrorDetails] = {}
    told: set[KeyPath] = set()
    for details in errors:
        way, _about_key = _way(details["loc"], data)
        misfit = _misfit(details["loc"], data)
        if misfit is None:
            told.update(way[:length] for length in range(len(way) + 1))
            yield details
        else:
            misfits.setdefault(misfit, details)
    yield from (details for way, details in misfits.items() if way not in told)


def _misfit(loc: tuple[int | str, ...], data: Any) -> KeyPath | None:
    """The way to a value that was not meant for the branch of a union that an error comes from, None if all were."""
    way: list[int | str] = []
    for step in loc:
        if _leads_on(data, step):
            data = data[step]
            way.append(step)
        elif not _is_meant(str(step), data):
            return tuple(way)
    return None


def _leads_on(value: Any, step: int | str) -> bool:
    """Whether a step of an error's loc is a key or an index of the value."""
    return step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)


def _is_meant(branch: str, value: Any) -> bool:
    """Whether a value was meant for a branch of a union, told by its shape; other steps are no branches."""
    if branch.startswith("dict["):
        return isinstance(value, dict)
    if branch.startswith("tuple["):
        return isinstance(value, list)
    if branch in {"str", "constrained-str"} or branch.startswith("function-"):
        return not isinstance(value, dict | list)
    return True


def _sentence(
    details: ErrorDetails, way: KeyPath, entry: type[Entry], suggestions: Suggestions, *, about_key: bool
) -> tuple[str, str]:
    """The message and the hint."""
    kind = details["type"]
    value = details["input"]
    context = details.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(str(way[-1]), _entry_at(entry, way[:-1]), suggestions)
    if kind == "missing":
        key = str(details["loc"][-1])
        return _("{key} is missing").format(key=key), _("Write it as {key}: and its value.").format(key=key)
    if about_key:
        return _wrong_key(str(way[-1]), context)
    if value is None:
        name = str(way[-1]) if way and isinstance(way[-1], str) else _("the item")
        hint = _("Write its keys indented below it, or {} for none.") if kind == "model_type" else ""
        return _("{key} has no value").format(key=name), hint or _("Write one, or delete the key.")
    if kind == REFUSAL:
        fields = {name: shortened(each) if isinstance(each, str) else each for name, each in context.items()}
        return _(str(context["template"])).format(**fields), ""
    return _wrong_type(kind, value, context)


def _unknown_key(key: str, entry: type[Entry] | None, suggestions: Suggestions) -> tuple[str, str]:
    keys = [field.alias or name for name, field in entry.model_fields.items()] if entry else []
    hint = suggestions.hint(key.replace("_", "-"), keys)
    if not hint and len(keys) <= _FEW_KEYS:
        hint = _("Its keys are: {keys}.").format(keys=", ".join(keys))
    return (
        _("{key} is no key of {entry}").format(key=shortened(key), entry=_noun(entry)),
        hint or _("The keys are described in the plan's schema."),
    )


def _wrong_key(key: str, context: dict[str, Any]) -> tuple[str, str]:
    if "max_length" in context:
        return (
            _("an id has at most {number} characters").format(number=context["max_length"]),
            _("Give it a short one; the title can be long."),
        )
    if "a-z]{2,3}" in str(context.get("pattern")):
        return (
            _("{key} is no language").format(key=shortened(key)),
            _("Write the language's two letters, for example fi or en."),
        )
    return _no_id(key)


def _no_id(value: str) -> tuple[str, str]:
    return (
        _("{value} is no id").format(value=shortened(repr(value))),
        _("Write letters a-z, digits, and - _ . between them, for example choose-model."),
    )


def _wrong_type(kind: str, value: Any, context: dict[str, Any]) -> tuple[str, str]:
    """The sentence for one of pydantic's own errors, by its type."""
    if "^TP" in str(context.get("pattern")):
        return (
            _("{value} is no rule that can be waived").format(value=shortened(repr(value))),
            _("Write its code, for example TP201; `transition-planner rules list` names them."),
        )
    if kind in {"string_pattern_mismatch", "string_too_long"}:
        return _no_id(str(value))
    if kind in {"int_type", "int_parsing", "int_from_float", "greater_than_equal", "less_than_equal"}:
        kind = "int_type"
    is_collection = isinstance(value, dict | list)
    entries = (
        _("keys with values are expected here, not {value}"),
        _("Write each as key: value, on a line of its own and indented."),
    )
    quotes = _("Put it in quotes if it is meant as a text: '{value}'.")
    sentences = {
        "string_type": (
            (_("a text is expected here, not {value}"), "")
            if is_collection
            else (_("{value} is not a text"), quotes)
        ),
        "tuple_type": (
            _("a list is expected here, not {value}"),
            "" if is_collection else _("Write [{value}]."),
        ),
        "dict_type": entries,
        "model_type": entries,
        "bool_type": (_("{value} is neither true nor false"), _("Write true or false.")),
        "int_type": (_("{value} is not a whole number from 1 to 5"), _("Write one of 1 2 3 4 5.")),
        "too_short": (_("a phase holds at least one task"), _("Write one, or delete the key tasks.")),
        "literal_error": (_("{value} is not a format this version reads"), _("Write {expected}.")),
        "uuid_parsing": (
            _("{value} is not a UUID"),
            _("Make one once and keep it, for example with: python -c 'import uuid; print(uuid.uuid4())'"),
        ),
    }
    sentences["uuid_type"] = sentences["uuid_parsing"]
    message, hint = sentences.get(kind, (_("{value} does not fit here"), ""))
    fields = {"value": _shown(value), "expected": context.get("expected", "")}
    return message.format(**fields), hint.format(**fields)


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return _("a map")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return str(value).lower()
    return shortened(str(value))


def _noun(entry: type[Entry] | None) -> str:
    nouns = {
        Plan: _("a plan"),
        Task: _("a task"),
        Model: _("a model"),
        Role: _("a role"),
        Calendar: _("a calendar"),
        Days: _("a calendar's days"),
        OpenDays: _("a calendar's open days"),
        FrozenSpan: _("the days of a file"),
        Limits: _("limits"),
        Thresholds: _("thresholds"),
        Fixed: _("a date"),
        Manual: _("dates set by hand"),
        Register: _("a register"),
        Item: _("an item of the register"),
    }
    return nouns.get(entry, _("this entry")) if entry else _("this entry")


def _entry_at(entry: type[Entry], way: KeyPath) -> type[Entry] | None:
    """The sort of entry at the end of a way from an entry."""
    found: type[Entry] | None = entry
    keyed = False
    for step in way:
        if isinstance(step, int):
            continue
        if keyed or found is None:
            keyed = False
            continue
        fields = {field.alias: field.annotation for field in found.model_fields.values()}
        annotation = fields.get(step)
        found = next(_entries_in(annotation), None)
        keyed = "dict[" in str(annotation)
    return found


def _entries_in(annotation: Any) -> Iterator[type[Entry]]:
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        yield annotation
    for argument in get_args(annotation):
        yield from _entries_in(argument)
