"""Remove a task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import entry_nodes
from transition_planner.planfile.edits.applied import Applied, applied, refuse_shared
from transition_planner.planfile.edits.checking import phases_of
from transition_planner.planfile.edits.mentions import changed_mentions
from transition_planner.planfile.edits.placing import taken_out
from transition_planner.planfile.edits.tree import tasks_in, with_tasks, without
from transition_planner.planfile.splice import combined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.task import Task
    from transition_planner.planfile.document import Document


@dataclass(frozen=True, slots=True)
class RemoveTask:
    """Remove a task, or a phase with all its tasks.

    With it go the comments directly above it in its own column, the links that name it, and what models override in
    it. A phase that loses its last task is a phase no more. The plan's choice and a model's goal are not removed.
    """

    task: str

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("remove {task}").format(task=self.task)

    def applied_to(self, document: Document) -> Applied:
        """The document without the task.

        Raises:
            EditRefused: if that cannot be.
        """
        phases = phases_of(document, self.task)
        gone = ids_of(self.task, tasks_in(document.plan, phases)[self.task])
        mentions = changed_mentions(document, dict.fromkeys(gone))
        unnamed = applied(document, mentions.splices, mentions.plan, mentions.touched)
        between = unnamed.document
        place = taken_out(between, self.task)
        result = applied(
            between,
            [place.splice],
            with_tasks(between.plan, phases, lambda tasks: without(tasks, self.task)),
            place.touched,
            between.starts.replaced(place.splice),
        ).document
        refuse_shared(result.text, entry_nodes(document, self.task)[1], None)
        return Applied(result, combined(document.text, unnamed.splices, [place.splice], result.text))


def ids_of(id_: str, task: Task) -> Iterator[str]:
    """The ids of a task and of all tasks inside it."""
    yield id_
    for inner_id, inner in (task.tasks or {}).items():
        yield from ids_of(inner_id, inner)
