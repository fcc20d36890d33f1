"""How what a plan says outside its tasks reads in the lines of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import LANGUAGES
from transition_planner.tui.entries.days import line_of
from transition_planner.tui.entries.overrides import override_text
from transition_planner.tui.entries.sections import listed, sections_of
from transition_planner.tui.form.fields import TITLE, Sort
from transition_planner.tui.form.fieldtexts import flags, spoken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from transition_planner.tui.form.fields import FormField


def texts(kind: str, said: Mapping[str, Any], id_: str, language: str) -> dict[str, str]:
    """What the lines of an entry say.

    Args:
        kind: Which map or list of the plan it is in; "" for the plan itself.
        said: What it says, as the plan's file has it.
        id_: Its id.
        language: The one spoken now.
    """
    title = said.get("title") or {}
    by_language = title if isinstance(title, dict) else {language: title}
    told = {"id": id_, **{f"{TITLE}{each}": by_language.get(each, "") for each in LANGUAGES}}
    for section in sections_of(kind, said):
        for field in section.fields:
            if field.sort not in {Sort.TITLE, Sort.ID}:
                told[field.name] = _text(field, value_at(said, field.name), language)
    return told


def value_at(said: Any, name: str) -> Any:
    """The value that a line is about; None where there is none."""
    for step in name.split("/"):
        if isinstance(said, dict) and step in said:
            said = said[step]
        elif step.isdecimal() and int(step) < len(listed(said)):
            said = listed(said)[int(step)]
        else:
            return None
    return said


def _text(field: FormField, value: Any, language: str) -> str:
    if value is None:
        return ""
    written: dict[Sort, Callable[[], str]] = {
        Sort.TEXT: lambda: spoken(value, language),
        Sort.FLAG: lambda: flags()[value],
        Sort.PERCENT: lambda: f"{value}%",
        Sort.NAMES: lambda: ", ".join(listed(value)),
        Sort.WEEKS: lambda: "; ".join(listed(value)),
        Sort.SETTINGS: lambda: ", ".join(
            f"{id_} {flags()[False] if each is False else each}" for id_, each in value.items()
        ),
        Sort.COUNTS: lambda: ", ".join(f"{id_} {number}" for id_, number in value.items()),
        Sort.DAYS: lambda: line_of(value, language),
        Sort.OVERRIDE: lambda: override_text(field.name.rpartition("/")[2], value, language),
    }
    return written.get(field.sort, lambda: str(value))()
