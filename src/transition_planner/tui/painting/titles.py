"""Names of things as one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.locales import language, ngettext
from transition_planner.plan.text import in_language
from transition_planner.tui.painting.text import fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan


_SHORT = 30
"""Cells of a title in a sentence that has more to say: of the 76 for a sentence at 80 columns."""

_HEADING = 90
"""Cells of a title above a dialog: three lines at 40 columns, with some words more."""


def one_line(text: str | dict[str, str] | None) -> str:
    """The text in the language spoken now, without line breaks or characters that a terminal would obey."""
    line = " ".join(in_language(text, language()).split())
    return line if line.isprintable() else "".join(each if each.isprintable() else "�" for each in line)


def short(title: str, cells: int = _SHORT) -> str:
    """A title in a sentence of one line that has more to say."""
    return fit(title, min(cell_len(title), cells))


def heading(title: str) -> str:
    """A title above a dialog, which needs the room for what it asks."""
    return short(title, _HEADING)


def title_of(outline: Outline, row: int) -> str:
    """A task's title; its id where it has none."""
    return one_line(outline.tasks[row].title) or outline.ids[row]


def title_of_all(outline: Outline, ids: Sequence[str]) -> str:
    """The title of the only task, or how many tasks there are, above a dialog."""
    if len(ids) == 1:
        return heading(title_of(outline, outline.row[ids[0]]))
    return ngettext("{count} task", "{count} tasks", len(ids)).format(count=len(ids))


def model_title(plan: Plan, model: str | None) -> str:
    """A model's title; its id where it has none; "" without models."""
    if model is None or model not in plan.models:
        return model or ""
    return one_line(plan.models[model].title) or model


def role_title(plan: Plan, role: str | None) -> str:
    """A role's title; its id where it has none; "" without a role."""
    if role is None or role not in plan.roles:
        return role or ""
    return one_line(plan.roles[role].title) or role
