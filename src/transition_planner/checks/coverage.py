"""Which items of the register no task of a model takes up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import language
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context


def uncovered(context: Context, section: str, field: str) -> Iterator[tuple[str, str]]:
    """Id and title of each item that concerns the model and that no task names.

    Args:
        context: The model.
        section: The register's section: threats.
        field: The tasks' field that names its items: mitigates.
    """
    register = context.document.register
    if register is None:
        return
    named = {id_ for task in context.outline.tasks for id_ in getattr(task, field)}
    for id_, item in getattr(register, section).items():
        if item.concerns(context.model) and id_ not in named:
            yield id_, in_language(item.title, language())
