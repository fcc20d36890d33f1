"""The list of a task's links changed, for the edits that add and remove one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.planfile.edits.checking import fields_of, phases_of
from transition_planner.planfile.edits.set_field import SetField
from transition_planner.planfile.edits.stretch import Stretch, has_alias
from transition_planner.planfile.edits.tree import tasks_in

if TYPE_CHECKING:
    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document


def task_and_links(document: Document, task: str) -> tuple[Task, list[str]]:
    """A task, and its links as the file writes them; where an alias stands for them, as the plan writes them.

    Raises:
        EditRefused: if there is no such task.
    """
    known = tasks_in(document.plan, phases_of(document, task))[task]
    written: Any = fields_of(Stretch(document, task), task).get("after", [])
    if has_alias(written):
        written = [str(link) for link in known.after]
    return known, written


def with_links(task: str, links: list[str]) -> SetField:
    """The edit that gives a task these links; without any the field goes too."""
    return SetField(task, "after", [*links] if links else None)
