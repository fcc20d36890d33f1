"""Add a task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.task import Task
from transition_planner.planfile.edits.applied import Touched, applied
from transition_planner.planfile.edits.checking import (
    check_field,
    check_new_id,
    way_into,
)
from transition_planner.planfile.edits.layout import Layout
from transition_planner.planfile.edits.placing import put_in, starts_with
from transition_planner.planfile.edits.tree import inserted, with_tasks
from transition_planner.planfile.edits.validity import validated
from transition_planner.planfile.splice import spliced

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.applied import Applied
    from transition_planner.planfile.edits.layout import Value


@dataclass(frozen=True, slots=True)
class AddTask:
    """Add a task to a phase, or (None) at the top, behind another task or (None) as the first.

    A task that gets its first task becomes a phase.
    """

    id: str
    fields: dict[str, Value]
    """By their keys in the file, in the order in which they are written."""
    phase: str | None
    behind: str | None

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("add {task}").format(task=self.id)

    def applied_to(self, document: Document) -> Applied:
        """The document with the task.

        Raises:
            EditRefused: if that cannot be.
        """
        check_new_id(document, self.id)
        for field in self.fields:
            check_field(field)
        phases = way_into(document, self.phase)
        task = validated(Task, self.fields)
        layout = Layout.of(document, document.text)
        place = put_in(
            document, self.phase, self.behind, lambda column: layout.task(self.id, self.fields, column)
        )
        return applied(
            document,
            [place.splice],
            with_tasks(document.plan, phases, lambda tasks: inserted(tasks, self.id, task, self.behind)),
            [*place.touched, Touched(self.id, None, self.fields)],
            starts_with(document, place, spliced(document.text, [place.splice]), self.phase),
        )
