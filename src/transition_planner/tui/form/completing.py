"""Completion in the form's lines: ids, found by a part of the id or of the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.calendar import ALWAYS
from transition_planner.tui.dialogs.picker import choice, choices, hits, split_suffix
from transition_planner.tui.form.fields import Sort
from transition_planner.tui.form.fieldtexts import flags
from transition_planner.tui.painting.titles import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from transition_planner.plan.calendar import Calendar
    from transition_planner.plan.plan import Model, Role
    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.fields import FormField
    from transition_planner.tui.state.state import State

_IN_LISTS = {Sort.LINKS, Sort.NAMES}
_FEW = 12
"""Up to so many choices are told before anything is typed."""


def offered(field: FormField, state: State, without: Sequence[str]) -> list[Choice]:
    """What may stand in a line, as far as that can be known.

    Args:
        field: The line.
        state: The plan.
        without: The tasks edited, which wait for none of themselves.
    """
    plan, outline = state.schedule.plan, state.schedule.outline
    if field.sort is Sort.LINKS:
        return [each for each in choices(outline) if each.id not in without]
    if field.sort is Sort.FLAG:
        return [choice(each, "") for each in flags().values()]
    named: dict[str, Mapping[str, Calendar | Role | Model]] = {
        "calendar": plan.calendars,
        "owner": plan.roles,
        "involves": plan.roles,
        "in": plan.models,
    }
    register = state.history.document.register
    if field.name in named:
        found = [choice(id_, one_line(each.title)) for id_, each in named[field.name].items()]
        return [*found, choice(ALWAYS, "")] if field.name == "calendar" else found
    for _section, name, items in register.sections() if register is not None else ():
        if name == field.name:
            return [choice(id_, one_line(item.title)) for id_, item in items.items()]
    return [choice(each, "") for each in _used(field, state)]


def candidates(field: FormField, text: str, cursor: int, among: Sequence[Choice]) -> list[Choice]:
    """The choices that the words at the cursor may mean; none where they name one already."""
    start, end = _part(field, text, cursor)
    words = text[start:end]
    if field.sort is Sort.LINKS:
        words = split_suffix(words)[0]
    if (not words and len(among) > _FEW) or any(each.id == words for each in among):
        return []
    return hits(among, words)


def completed(field: FormField, text: str, cursor: int, taken: Choice) -> tuple[str, int]:
    """The text with a choice in place of the words at the cursor, and the cursor behind it."""
    start, end = _part(field, text, cursor)
    suffix = split_suffix(text[start:end])[1] if field.sort is Sort.LINKS else ()
    word = " ".join((taken.id, *suffix))
    return text[:start] + word + text[end:], start + len(word)


def _part(field: FormField, text: str, cursor: int) -> tuple[int, int]:
    """Where the words at the cursor begin and end, without the spaces around them."""
    if field.sort not in _IN_LISTS:
        return 0, len(text)
    start = text.rfind(",", 0, cursor) + 1
    end = text.find(",", cursor)
    end = len(text) if end < 0 else end
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, start + len(text[start:end].rstrip())


def _used(field: FormField, state: State) -> Iterable[str]:
    """What tasks have in this field: the plan's own words."""
    if field.name not in {"kind", "tags", "rules"}:
        return ()
    values = [getattr(task, field.name) for task in state.schedule.outline.tasks]
    return sorted({each for value in values for each in ([value] if isinstance(value, str) else value or ())})
