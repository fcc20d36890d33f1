"""Link a task to a predecessor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.task import Task
from transition_planner.planfile.edits.links import task_and_links, with_links
from transition_planner.planfile.edits.validity import validated

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.applied import Applied


@dataclass(frozen=True, slots=True)
class AddLink:
    """Let a task follow another; a link of the same type between the two gets the new lag."""

    task: str
    link: str
    """As the file writes it: `hear-pupils FS+5d`."""

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("link {task} to {link}").format(task=self.task, link=self.link)

    def applied_to(self, document: Document) -> Applied:
        """The document with the link.

        Raises:
            EditRefused: if that cannot be.
        """
        (new,) = validated(Task, {"after": [self.link]}).after
        task, links = task_and_links(document, self.task)
        for index, old in enumerate(task.after):
            if (old.task, old.type) == (new.task, new.type):
                links = [*links[:index], links[index] if old == new else self.link, *links[index + 1 :]]
                break
        else:
            links = [*links, self.link]
        return with_links(self.task, links).applied_to(document)
