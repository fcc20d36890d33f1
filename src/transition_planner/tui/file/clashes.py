"""What both sides changed, in the words of the form: the task's title, the line's name, and both values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.compare.merge.clash import REMOVED
from transition_planner.locales import LANGUAGES, _
from transition_planner.planfile.edits.stretch import has_alias, meaning
from transition_planner.planfile.nodes import compose
from transition_planner.tui.entries.sections import sections_of
from transition_planner.tui.form.fields import TITLE, form_fields
from transition_planner.tui.gestures import all_tasks
from transition_planner.tui.painting.titles import one_line, short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.compare.merge.clash import Clash
    from transition_planner.plan.plan import Plan

_TASKS = "tasks"


def told(clash: Clash, plans: Sequence[Plan]) -> str:
    """One thing that both sides changed.

    Args:
        clash: What it is.
        plans: Both sides': what one has removed is named as the other names it.
    """
    way = list(clash.way)
    task = way.pop() if clash.of_task else ""
    while len(way) > 1 and way[0] == _TASKS:
        task = way[1]
        del way[:2]
    where = _what(task, way, plans)
    return _("{what}: here {ours}, in the file {theirs}").format(
        what=where, ours=_value(clash.ours), theirs=_value(clash.theirs)
    )


def _what(task: str, way: list[str], plans: Sequence[Plan]) -> str:
    if task:
        labels = {field.name: field.label for field in form_fields()}
        return ", ".join(part for part in (named(task, plans), _label(labels, way)) if part)
    kind, *more = way
    names = {"calendars": _("calendar {id}"), "roles": _("role {id}"), "models": _("model {id}")}
    if kind not in names or not more:
        return _label(_labels(""), way)
    entry = names[kind].format(id=more[0])
    return ", ".join(part for part in (entry, _label(_labels(kind), more[1:])) if part)


def named(task: str, plans: Sequence[Plan]) -> str:
    """A task by its title in the first of some plans that has one."""
    titles = (one_line(found.title) for plan in plans for id_, found in all_tasks(plan.tasks) if id_ == task)
    return _("“{title}”").format(title=short(next(filter(None, titles), task)))


def _labels(kind: str) -> dict[str, str]:
    return {field.name: field.label for section in sections_of(kind, {}) for field in section.fields}


def _label(labels: dict[str, str], way: list[str]) -> str:
    """The name of the line for a field; its keys where the form has none."""
    if way and way[0] == "title":
        return labels[f"{TITLE}{way[1]}"] if way[1:] and way[1] in LANGUAGES else _("Title")
    return next((labels[name] for name in ("/".join(way), *way[:1]) if name in labels), " ".join(way))


def _value(yaml: str) -> str:
    """A value as the form's lines have it."""
    if yaml == REMOVED:
        return _("removed")
    said = meaning(compose(yaml))
    return short(yaml if has_alias(said) else _said(said))


def _said(value: Any) -> str:
    if isinstance(value, dict):
        if value and value.keys() <= set(LANGUAGES):
            return one_line(value)
        return ", ".join(f"{key} {_said(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return _("nothing") if value is None else one_line(str(value))
