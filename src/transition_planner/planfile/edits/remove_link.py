"""Unlink a task from a predecessor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits.links import task_and_links, with_links
from transition_planner.planfile.edits.refusal import EditRefused

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.applied import Applied


@dataclass(frozen=True, slots=True)
class RemoveLink:
    """Let a task no longer follow another: all links between the two go, or only one."""

    task: str
    predecessor: str
    index: int | None = None
    """Which of the task's links is to go, from 0; None: all to the predecessor."""

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        text = _("unlink {task} from {predecessor}")
        if self.index is not None:
            text = _("remove one link of {task} to {predecessor}")
        return text.format(task=self.task, predecessor=self.predecessor)

    def applied_to(self, document: Document) -> Applied:
        """The document without the link.

        Raises:
            EditRefused: if there is none.
        """
        task, links = task_and_links(document, self.task)
        left = [
            text
            for index, (link, text) in enumerate(zip(task.after, links, strict=True))
            if link.task != self.predecessor or self.index not in {None, index}
        ]
        if len(left) == len(links):
            raise EditRefused(
                _("{task} does not follow {predecessor}.").format(
                    task=self.task, predecessor=self.predecessor
                )
            )
        return with_links(self.task, left).applied_to(document)
