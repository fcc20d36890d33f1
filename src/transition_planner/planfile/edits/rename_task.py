"""Give a task another id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import entry_nodes
from transition_planner.planfile.edits.applied import Applied, Touched, applied
from transition_planner.planfile.edits.checking import check_new_id, phases_of
from transition_planner.planfile.edits.mentions import changed_mentions
from transition_planner.planfile.edits.stretch import Stretch, meaning
from transition_planner.planfile.edits.tree import with_tasks
from transition_planner.planfile.edits.writing import in_flow
from transition_planner.planfile.quoting import written
from transition_planner.planfile.splice import Splice

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document


@dataclass(frozen=True, slots=True)
class RenameTask:
    """Give a task another id, in its entry and wherever links, the choice, goals, overrides and waivers name it."""

    task: str
    to: str

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("rename {task} to {to}").format(task=self.task, to=self.to)

    def applied_to(self, document: Document) -> Applied:
        """The document with the task renamed.

        Raises:
            EditRefused: if that cannot be.
        """
        phases = phases_of(document, self.task)
        if self.to == self.task:
            return Applied(document, ())
        check_new_id(document, self.to)
        mentions = changed_mentions(document, {self.task: self.to})
        key, value = entry_nodes(document, self.task)
        source = document.text[key.start : key.end]
        flow = in_flow(document.text, max(key.end, value.end))
        splices = [*mentions.splices, Splice(key.start, source, written(self.to, flow=flow, like=source))]
        splices.sort(key=lambda splice: splice.start)
        before = Stretch(document, self.task).before
        touched = [*mentions.touched, Touched(self.to, before, meaning(before))]
        plan = with_tasks(
            mentions.plan,
            phases,
            lambda tasks: {self.to if id_ == self.task else id_: task for id_, task in tasks.items()},
        )
        starts = document.starts.renamed(self.task, self.to).shifted(splices)
        return applied(document, splices, plan, touched, starts)
