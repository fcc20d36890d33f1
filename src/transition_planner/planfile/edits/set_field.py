"""Set or remove one field of a task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.task import Task
from transition_planner.planfile.edits.applied import Applied, Touched, applied
from transition_planner.planfile.edits.checking import (
    FIELDS,
    check_field,
    fields_of,
    phases_of,
)
from transition_planner.planfile.edits.stretch import Stretch
from transition_planner.planfile.edits.tree import tasks_in, with_task, without_field
from transition_planner.planfile.edits.validity import validated
from transition_planner.planfile.edits.writing import put, remove

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.layout import Value


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a field of a task a value, or with None take the field out."""

    task: str
    field: str
    """Its key in the file: `start-no-earlier-than`."""
    value: Value

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        if self.value is None:
            return _("remove {field} of {task}").format(field=self.field, task=self.task)
        return _("set {field} of {task}").format(field=self.field, task=self.task)

    def applied_to(self, document: Document) -> Applied:
        """The document with the field set.

        Raises:
            EditRefused: if that cannot be.
        """
        phases = phases_of(document, self.task)
        check_field(self.field)
        name = FIELDS[self.field]
        old = tasks_in(document.plan, phases)[self.task]
        stretch = Stretch(document, self.task)
        fields = fields_of(stretch, self.task)
        meant = {key: value for key, value in fields.items() if key != self.field}
        if self.value is None:
            if self.field not in fields:
                return Applied(document, ())
            task = without_field(old, name)
            remove(stretch, (), self.field)
        else:
            valid = validated(Task, {self.field: self.value})
            task = old.model_copy(update={name: getattr(valid, name)})
            meant[self.field] = self.value
            put(stretch, (), self.field, self.value, tuple(FIELDS))
        return applied(
            document,
            stretch.splices(),
            with_task(document.plan, phases, self.task, task),
            [Touched(self.task, stretch.before, meant)],
        )
