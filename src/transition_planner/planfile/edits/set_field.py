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
    check_links,
    checked,
    fields_of,
    phases_of,
)
from transition_planner.planfile.edits.stretch import Stretch
from transition_planner.planfile.edits.tree import tasks_in, with_task
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
            task = old.model_copy(update={name: Task.model_fields[name].get_default()})
            task.model_fields_set.discard(name)
            remove(stretch, (), self.field)
        else:
            valid = checked({self.field: self.value})
            check_links(document, self.task, phases, [link for link in valid.after if link not in old.after])
            task = old.model_copy(update={name: getattr(valid, name)})
            meant[self.field] = self.value
            put(stretch, (), self.field, self.value, tuple(FIELDS))
        return applied(
            document,
            stretch.splices(),
            with_task(document.plan, phases, self.task, task),
            [Touched(self.task, stretch.before, meant)],
        )
