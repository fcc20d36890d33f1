"""What is left of a plan without its wrong values, so that its references can be checked all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.finding import KeyPath

_NAMED = {"tasks", "calendars", "models", "roles", "objectives", "opportunities", "threats"}
"""Maps by id: an entry stays, empty, so that what refers to it finds it."""
_EMPTY = {"title": ""}
_PLACEHOLDERS: dict[str, Any] = {
    "format": 1,
    "id": "00000000-0000-0000-0000-000000000000",
    "title": "",
    "start": "2000-01-01",
}
"""What a plan must have, and no reference leads to."""


def without(data: dict[str, Any], wrong: Iterable[KeyPath]) -> dict[str, Any] | None:
    """The data, changed in place, without the values at some ways; None where whole sections of names are wrong."""
    for way in sorted(wrong, key=lambda way: [(str(type(step)), step) for step in way], reverse=True):
        box: Any = None
        value: Any = data
        known: list[str | int] = []
        for step in way:
            try:
                box, value = value, value[step]
            except (KeyError, IndexError, TypeError):
                break
            known.append(step)
        if box is None or not known:
            continue
        if known[-1] in _NAMED:
            return None
        if len(known) > 1 and known[-2] in _NAMED and isinstance(box, dict):
            box[known[-1]] = dict(_EMPTY)
        else:
            del box[known[-1]]
    return {**_PLACEHOLDERS, **data}
