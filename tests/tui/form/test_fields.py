from __future__ import annotations

from collections import Counter

from transition_planner.plan.task import Task
from transition_planner.tui.form.fields import TITLE, form_fields


def test_the_form_has_each_field_of_a_task_once() -> None:
    names = ["title" if field.name.startswith(TITLE) else field.name for field in form_fields()]
    in_file = {str(info.alias) for info in Task.model_fields.values()} - {"tasks"}
    assert set(names) == in_file | {"id"}
    assert [name for name, number in Counter(names).items() if number > 1] == ["title"]


def test_labels_fit_their_column() -> None:
    assert max(len(field.label) for field in form_fields()) <= 20
