"""The edits that what was typed in the form makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import LANGUAGES, _
from transition_planner.plan.task import Task
from transition_planner.planfile.edits import AddLink, RemoveLink, RenameTask
from transition_planner.tui.form.fields import TITLE, Sort, form_fields
from transition_planner.tui.form.fieldtexts import values
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.form.typed import links, typed_value
from transition_planner.tui.gestures import all_ids
from transition_planner.tui.setting import setting

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.form.fieldtexts import Texts


def edits(
    plan: Plan, outline: Outline, id_: str, typed: Mapping[str, str], language: str
) -> tuple[Edit, ...]:
    """The edits that turn a task of an outline into what was typed in some lines; none where nothing was changed.

    Raises:
        Mistyped: at the first field that the plan cannot take.
    """
    task = outline.tasks[outline.row[id_]]
    before = values(id_, task, language)
    changed = {name: text.strip() for name, text in typed.items() if text.strip() != before[name]}
    sorts = {field.name: field.sort for field in form_fields()}
    found: list[Edit] = []
    for name, text in changed.items():
        sort = sorts[name]
        if sort is Sort.LINKS and name not in outline.overrides.get(id_, ()):
            found += _relinked(plan, id_, task, text)
        elif sort not in {Sort.ID, Sort.TITLE}:
            found.append(setting(outline, id_, name, typed_value(plan, task, name, sort, text, language)))
    if any(name.startswith(TITLE) for name in changed):
        found.append(setting(outline, id_, "title", title(task.title, {**before, **typed}, language)))
    if "id" in changed:
        found.append(RenameTask(id_, checked_id(plan, changed["id"])))
    return tuple(found)


def added(plan: Plan, typed: Mapping[str, str], language: str) -> dict[str, Value]:
    """The fields of a new task.

    Raises:
        Mistyped: at the first field that the plan cannot take.
    """
    task = Task()
    blank = values("", task, language)
    fields: dict[str, Value] = {"title": title(None, typed, language)}
    for field in form_fields():
        text = typed[field.name].strip()
        if text != blank[field.name] and field.sort not in {Sort.ID, Sort.TITLE}:
            value = typed_value(plan, task, field.name, field.sort, text, language)
            if value is not None:
                fields[field.name] = value
    if not fields["title"]:
        raise Mistyped(f"{TITLE}{language}", _("a task needs a title"))
    return fields


def title(before: Texts, typed: Mapping[str, str], language: str) -> Value:
    """The title typed: by language where there is more than one, or where it was so before."""
    by_language: dict[str, str] = {
        each: text for each in LANGUAGES if (text := typed[f"{TITLE}{each}"].strip())
    }
    kept = {
        each: text
        for each, text in (before.items() if isinstance(before, dict) else ())
        if each not in LANGUAGES
    }
    if not isinstance(before, dict) and set(by_language) <= {language}:
        return by_language.get(language)
    together: dict[str, Value] = {**by_language, **kept}
    return together or None


def checked_id(plan: Plan, text: str) -> str:
    """A new id.

    Raises:
        Mistyped: if it is taken.
    """
    if text in all_ids(plan.tasks):
        raise Mistyped("id", _("the id {id} is taken").format(id=text))
    return text


def _relinked(plan: Plan, id_: str, task: Task, text: str) -> Iterator[Edit]:
    """The links that were changed, one edit each, so that the others keep their lines and comments."""
    wanted = links(plan, text)
    for link in task.after:
        if link not in wanted:
            yield RemoveLink(id_, link.task)
    for link in wanted:
        if link not in task.after:
            yield AddLink(id_, str(link))
