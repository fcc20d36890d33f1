"""Setting a field of a task where it counts: in the task, or in the model that overrides it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.planfile.edits import SetField, SetPlanField

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.planfile.edits.layout import Value


def setting(outline: Outline, task: str, field: str, value: Value) -> SetField | SetPlanField:
    """The edit that gives a field a value in the model shown.

    A field that the model overrides is set there: in the task itself it would change other models, and not this one.
    """
    if field in outline.overrides.get(task, ()):
        return SetPlanField(("models", outline.model or "", "overrides", task, field), value)
    return SetField(task, field, value)
