"""How a task's fields read in the lines of the form."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from transition_planner.locales import LANGUAGES, _
from transition_planner.tui.form.fields import TITLE, Sort, form_fields

if TYPE_CHECKING:
    from transition_planner.plan.task import Task

Texts = str | dict[str, str] | None


def values(id_: str, task: Task, language: str) -> dict[str, str]:
    """What the lines say of a task."""
    title = task.title if isinstance(task.title, dict) else {language: task.title or ""}
    texts = {"id": id_, **{f"{TITLE}{each}": title.get(each, "") for each in LANGUAGES}}
    for field in form_fields():
        if field.name not in texts:
            texts[field.name] = text_of(field.sort, value_of(task, field.name), language)
    return texts


def text_of(sort: Sort, value: Any, language: str) -> str:
    """What a line says of a value of a task."""
    if sort is Sort.FLAG:
        return flags()[value]
    if value is None:
        return ""
    if sort in {Sort.FIXED, Sort.MANUAL}:
        ends = (value.date,) if sort is Sort.FIXED else (value.start, value.finish)
        return f"{'..'.join(map(_moment, ends))} {spoken(value.why, language)}".rstrip()
    if sort is Sort.TEXT:
        return spoken(value, language)
    return ", ".join(map(str, value)) if isinstance(value, tuple) else _amount(value)


def value_of(task: Task, name: str) -> Any:
    """What a task has in a field, by the field's key in the file."""
    return getattr(task, "in_" if name == "in" else name.replace("-", "_"))


def spoken(text: Texts, language: str) -> str:
    """A text as one line; of one in several languages that in the language spoken now."""
    return " ".join((text.get(language, "") if isinstance(text, dict) else text or "").split())


def flags() -> dict[bool, str]:
    """Yes and no, in the language spoken now."""
    return {True: _("yes"), False: _("no")}


def _amount(value: object) -> str:
    if isinstance(value, date):
        return _moment(value)
    return f"{value}%" if isinstance(value, int) else str(value)


def _moment(moment: date | datetime) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
