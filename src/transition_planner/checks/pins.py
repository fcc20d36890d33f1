"""The days that a task is held to whatever its links say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.entry import kebab

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.plan.task import Task


def pins(task: Task) -> Iterator[tuple[str, date]]:
    """Each with its key in the plan."""
    for field in ("must_start_on", "must_finish_on"):
        fixed = getattr(task, field)
        if fixed is not None:
            yield kebab(field), fixed.date
    if task.manual is not None:
        yield "manual", task.manual.start
        yield "manual", task.manual.finish
