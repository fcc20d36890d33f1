"""The fields of the form: how a task's values read there, and the edits that what was typed makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from transition_planner.locales import LANGUAGES, _
from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.task import Task
from transition_planner.planfile.edits import AddLink, RemoveLink, RenameTask, SetField
from transition_planner.planfile.suggestions import Suggestions
from transition_planner.tui.gestures import all_ids

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from transition_planner.plan.link import Link
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Fixed
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.layout import Value

TITLE = "title-"
"""Title fields are named by it and their language."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A line of the form."""

    name: str
    """The key in the plan file; for titles and the id a name of the form's own."""
    label: str
    example: str
    """Shown while the line is empty."""


class Mistyped(Exception):  # noqa: N818  # a mistake of the person, answered in the form
    """What was typed in a field is nothing that the plan can take."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def form_fields() -> tuple[FormField, ...]:
    """The lines of the form, in the language spoken now."""
    return (
        FormField("title-fi", _("Title (fi)"), ""),
        FormField("title-en", _("Title (en)"), ""),
        FormField("id", _("Id"), _("made from the title")),
        FormField("duration", _("Duration"), _("8d, 2w, 4h, 1emo; empty: a milestone")),
        FormField("range", _("Range"), _as("5d..15d")),
        FormField("after", _("After"), _as("hear-pupils FS+5d, funder-round FF")),
        FormField("calendar", _("Calendar"), _("the plan's")),
        FormField("owner", _("Owner"), _("a role of the plan")),
        FormField("start-no-earlier-than", _("Not before"), _as("2027-08-01")),
        FormField("deadline", _("Deadline"), _as("2027-06-18")),
        FormField("done", _("Done"), _as("40%")),
        FormField("note", _("Note"), ""),
    )


def _as(value: str) -> str:
    """An example that nobody takes for a value, on a screen without colours either."""
    return _("for example {value}").format(value=value)


def values(id_: str, task: Task, language: str) -> dict[str, str]:
    """What the fields say of a task; one without languages is shown in the language spoken now."""
    title = task.title if isinstance(task.title, dict) else {language: task.title or ""}
    note = task.note.get(language, "") if isinstance(task.note, dict) else task.note or ""
    return {
        **{f"{TITLE}{each}": title.get(each, "") for each in LANGUAGES},
        "id": id_,
        "duration": str(task.duration or ""),
        "range": str(task.range or ""),
        "after": ", ".join(str(link) for link in task.after),
        "calendar": task.calendar or "",
        "owner": task.owner or "",
        "start-no-earlier-than": _day(task.start_no_earlier_than),
        "deadline": _day(task.deadline),
        "done": "" if task.done is None else f"{task.done}%",
        "note": " ".join(note.split()),
    }


def edits(plan: Plan, id_: str, task: Task, typed: Mapping[str, str], language: str) -> tuple[Edit, ...]:
    """The edits that turn a task into what was typed; none where nothing was changed.

    Raises:
        Mistyped: at the first field that the plan cannot take.
    """
    before = values(id_, task, language)
    changed = {name: text.strip() for name, text in typed.items() if text.strip() != before[name]}
    found: list[Edit] = []
    for name, text in changed.items():
        if name == "after":
            found += _relinked(plan, id_, task, text)
        elif name != "id" and not name.startswith(TITLE):
            found.append(SetField(id_, name, _value(plan, task, name, text, language)))
    if any(name.startswith(TITLE) for name in changed):
        found.append(SetField(id_, "title", title(task, typed, language)))
    if "id" in changed:
        found.append(RenameTask(id_, checked_id(plan, changed["id"])))
    return tuple(found)


def added(plan: Plan, typed: Mapping[str, str], language: str) -> dict[str, Value]:
    """The fields of a new task.

    Raises:
        Mistyped: at the first field that the plan cannot take.
    """
    task = Task()
    fields: dict[str, Value] = {"title": title(task, typed, language)}
    for name, text in typed.items():
        if not text.strip() or name == "id" or name.startswith(TITLE):
            continue
        if name == "after":
            fields[name] = [str(link) for link in _links(plan, text)]
        else:
            fields[name] = _value(plan, task, name, text.strip(), language)
    if not fields["title"]:
        raise Mistyped(f"{TITLE}{language}", _("a task needs a title"))
    return fields


def title(task: Task, typed: Mapping[str, str], language: str) -> Value:
    """The title typed: by language where there is more than one, or where it was so before."""
    by_language: dict[str, str] = {
        each: text for each in LANGUAGES if (text := typed[f"{TITLE}{each}"].strip())
    }
    kept = {
        each: text
        for each, text in (task.title.items() if isinstance(task.title, dict) else ())
        if each not in LANGUAGES
    }
    if not isinstance(task.title, dict) and set(by_language) <= {language}:
        return by_language.get(language)
    together: dict[str, Value] = {**by_language, **kept}
    return together or None


def checked_id(plan: Plan, text: str) -> str:
    """A new id.

    Raises:
        Mistyped: if it is none, or taken.
    """
    if text in all_ids(plan.tasks):
        raise Mistyped("id", _("the id {id} is taken").format(id=text))
    return text


def _value(plan: Plan, task: Task, name: str, text: str, language: str) -> Value:
    """What to write into a field, None where nothing was typed.

    Raises:
        Mistyped: if the plan cannot take it.
    """
    if not text:
        return None
    if name == "note":
        return {**task.note, language: text} if isinstance(task.note, dict) else text
    if name == "calendar":
        _known(name, text, [*plan.calendars, ALWAYS], _("there is no calendar {name}"))
    if name == "owner":
        _known(name, text, plan.roles, _("there is no role {name}"))
    _parsed(name, text)
    fixed = getattr(task, name.replace("-", "_"))
    why = getattr(fixed, "why", None)
    return text if why is None else {"date": text, "why": why}


def _parsed(name: str, value: Any) -> Task:
    try:
        return Task.model_validate({name: value})
    except ValidationError as error:
        told = error.errors(include_url=False)[0].get("ctx", {})
        sentence = str(told.get("template", "")) or _("{value} does not fit here")
        raise Mistyped(name, _(sentence).format(**{"value": repr(value), **told})) from None


def _known(field: str, name: str, known: Collection[str], sentence: str) -> None:
    if name not in known:
        hint = Suggestions().hint(name, known)
        raise Mistyped(field, " ".join(part for part in (sentence.format(name=name) + ".", hint) if part))


def _links(plan: Plan, text: str) -> list[Link]:
    links = list(_parsed("after", [part.strip() for part in text.split(",") if part.strip()]).after)
    known = all_ids(plan.tasks)
    for link in links:
        _known("after", link.task, known, _("there is no task {name}"))
    return links


def _relinked(plan: Plan, id_: str, task: Task, text: str) -> Iterator[Edit]:
    """The links that were changed, one edit each, so that the others keep their lines and comments."""
    links = _links(plan, text)
    for link in task.after:
        if link not in links:
            yield RemoveLink(id_, link.task)
    for link in links:
        if link not in task.after:
            yield AddLink(id_, str(link))


def _day(fixed: Fixed | None) -> str:
    if fixed is None:
        return ""
    return (
        fixed.date.isoformat(timespec="minutes")
        if isinstance(fixed.date, datetime)
        else fixed.date.isoformat()
    )
