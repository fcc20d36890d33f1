"""What a model has in tasks instead of what they say themselves: a line for each field, and one for a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import _
from transition_planner.plan.task import Task
from transition_planner.tui.form.fields import FormField, Sort, as_example, form_fields
from transition_planner.tui.form.fieldtexts import text_of, value_of
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.form.typed import require_known, typed_value
from transition_planner.tui.gestures import all_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.edits.layout import Value

KEY = "overrides"
NEW = f"{KEY}/+"
"""The name of the line in which a new one is written."""

_MEANT = 3
"""A task, one of its fields, and the value."""


def override_fields(overrides: Mapping[str, Mapping[str, Any]]) -> Iterator[FormField]:
    """A line for each field of a task that a model has otherwise, and an empty one."""
    for task, fields in overrides.items():
        for field in fields:
            yield FormField(f"{KEY}/{task}/{field}", Sort.OVERRIDE, f"{task} {field}")
    yield FormField(NEW, Sort.OVERRIDE, _("One more"), as_example("choose-model duration 3d"))


def override_text(field: str, value: Any, language: str) -> str:
    """How the value of a task's field reads in its line."""
    task = _task(field, value)
    return text_of(_sort(field), value_of(task, field), language)


def override_value(plan: Plan, name: str, text: str, before: Any, language: str) -> tuple[str, str, Value]:
    """The task, its field and the value that a line means; None as the value takes it away.

    Args:
        plan: What the value may name things of.
        name: The line's.
        text: What was typed.
        before: What the model had there; None where nothing.
        language: In which language texts were typed.

    Raises:
        Mistyped: if the plan cannot take it.
    """
    if name == NEW:
        words = text.split(maxsplit=_MEANT - 1)
        if len(words) < _MEANT:
            raise Mistyped(name, _("write a task, one of its fields and the value: choose-model duration 3d"))
        task, field, text = words
        require_known(name, task, all_ids(plan.tasks), _("there is no task {name}"))
        require_known(name, field, [*_sorts()], _("a task has no field {name}"))
    else:
        _key, task, field = name.split("/")
    try:
        return task, field, typed_value(plan, _task(field, before), field, _sort(field), text, language)
    except Mistyped as mistake:
        raise Mistyped(name, mistake.message) from None


def _task(field: str, value: Any) -> Task:
    return Task() if value is None else Task.model_validate({field: value})


def _sorts() -> dict[str, Sort]:
    return {
        "title": Sort.TEXT,
        **{each.name: each.sort for each in form_fields() if each.sort not in {Sort.TITLE, Sort.ID}},
    }


def _sort(field: str) -> Sort:
    return _sorts()[field]
