"""The edits that what was typed of an entry makes."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.planfile.edits import SetPlanField
from transition_planner.tui.entries.days import days_of
from transition_planner.tui.entries.overrides import KEY, override_value
from transition_planner.tui.entries.sections import listed, sections_of
from transition_planner.tui.entries.texts import texts, value_at
from transition_planner.tui.form.fieldedits import title
from transition_planner.tui.form.fields import Sort
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.form.typed import retold, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.form.fields import FormField


_ALONE = {"week", "holidays"}
"""Lines whose value is a list only where it has to be."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that was typed in."""

    field: FormField
    text: str
    before: Any
    """The value it stood for, as the plan's file has it; None for none."""


def changes(
    plan: Plan, kind: str, said: Mapping[str, Any], typed: Mapping[str, str], language: str
) -> Iterator[tuple[str, KeyPath, Value]]:
    """The values that some lines change: the line's name, the way to its value in the entry, and the value or None.

    They are to be set in this order: later items of a list go first.

    Args:
        plan: What the values may name things of.
        kind: Which map or list of the plan the entry is in; "" for the plan itself.
        said: What it says.
        typed: What all lines say now.
        language: In which language texts were typed.

    Raises:
        Mistyped: at the first line that can be no value.
    """
    before = texts(kind, said, "", language)
    changed = [
        Line(field, text, value_at(said, field.name))
        for section in sections_of(kind, said)
        for field in section.fields
        if (text := typed[field.name].strip()) != before[field.name] and field.sort is not Sort.ID
    ]
    titles = [line.field.name for line in changed if line.field.sort is Sort.TITLE]
    if titles:
        yield titles[0], ("title",), title(said.get("title"), typed, language)
    lists: dict[str, list[Line]] = {}
    for line in changed:
        name, sort = line.field.name, line.field.sort
        if sort is Sort.DAYS:
            lists.setdefault(name.partition("/")[0], []).append(line)
        elif sort is Sort.OVERRIDE:
            task, field, value = override_value(plan, name, line.text, line.before, language)
            yield name, (KEY, task, field), value
        elif sort is not Sort.TITLE:
            yield name, tuple(name.split("/")), _value(line, language)
    for key, lines in lists.items():
        yield from _listed(key, said.get(key), lines, language)


def setting(
    way: KeyPath, changed: Iterator[tuple[str, KeyPath, Value]]
) -> Iterator[tuple[str, SetPlanField]]:
    """The edits that make the changes of an entry, each with the name of its line."""
    for name, inner, value in changed:
        yield name, SetPlanField((*way, *inner), value)


def made_of(changed: Iterator[tuple[str, KeyPath, Value]]) -> dict[str, Value]:
    """What a new entry says by its changes from nothing."""
    made: dict[str, Any] = {}
    for _name, way, value in changed:
        box: Any = made
        for step, following in pairwise(way):
            box = box.setdefault(step, [] if isinstance(following, int) else {})
        if isinstance(box, list):
            box.append(value)
        elif value is not None:
            box[way[-1]] = value
    return made


def _listed(key: str, said: Any, lines: list[Line], language: str) -> Iterator[tuple[str, KeyPath, Value]]:
    """The changes of a list of days: those of the items there are from the last on, then the new ones."""
    days = {
        int(line.field.name.partition("/")[2]): (
            line.field.name,
            days_of(line.field.name, line.text, line.before or {}, language) if line.text else None,
        )
        for line in lines
    }
    number = len(listed(said))
    if isinstance(said, dict):  # it stands alone, without a list
        name, first = days.get(0, ("", said))
        more = [value for index, (_name, value) in sorted(days.items()) if index >= number and value]
        everything: list[Value] = [each for each in (first, *more) if each is not None]
        yield name or lines[0].field.name, (key,), everything if more else first
        return
    for index in sorted((index for index in days if index < number), reverse=True):
        name, value = days[index]
        yield name, (key, index), value
    place = number - sum(index < number and value is None for index, (_name, value) in days.items())
    for index in sorted(index for index in days if index >= number):
        name, value = days[index]
        yield name, (key, place), value
        place += 1


def _value(line: Line, language: str) -> Value:
    """The value of a line that stands for one."""
    name, text = line.field.name, line.text
    if line.field.sort is Sort.TEXT:
        return retold(line.before, text, language)
    if not text:
        return None
    read: dict[Sort, Callable[[], Value]] = {
        Sort.FLAG: lambda: yes_or_no(name, text) or None,
        Sort.NUMBER: lambda: _number(name, text),
        Sort.PERCENT: lambda: f"{text.rstrip('%').strip()}%",
        Sort.NAMES: lambda: _one_or_more(line, ","),
        Sort.WEEKS: lambda: _one_or_more(line, ";"),
        Sort.SETTINGS: lambda: dict(_setting(name, part) for part in _parts(text)),
        Sort.COUNTS: lambda: dict(_count(name, part) for part in _parts(text)),
    }
    return read.get(line.field.sort, lambda: text)()


def _one_or_more(line: Line, between: str) -> Value:
    """One by itself where it stood so, or where there was none and it may; else a list."""
    parts: list[Value] = [part.strip() for part in line.text.split(between) if part.strip()]
    alone = isinstance(line.before, str) or (line.before is None and line.field.name in _ALONE)
    return parts[0] if len(parts) == 1 and alone else parts


def _number(name: str, text: str) -> Value:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise Mistyped(name, _("{value} is not a number").format(value=repr(text))) from None
    return int(value) if value.is_integer() else value


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _count(name: str, text: str) -> tuple[str, Value]:
    """A side, and how many people it employs."""
    id_, number = _named(text)
    if not number.isdecimal():
        raise Mistyped(name, _("{value}: write a side and how many it employs: school 45").format(value=text))
    return id_, int(number)


def _named(text: str) -> tuple[str, str]:
    """An id, and what is said of it."""
    id_, _space, said = text.partition(" ")
    return id_, said.strip().lstrip("=").strip()


def _setting(name: str, text: str) -> tuple[str, Value]:
    """A rule's id, and the days that hold in it, or that it does not apply."""
    id_, said = _named(text)
    if said.isdecimal():
        return id_, int(said)
    if not said or yes_or_no(name, said):
        raise Mistyped(
            name, _("{value}: write a rule and its days, or no: meeting-notice 7").format(value=text)
        )
    return id_, False
