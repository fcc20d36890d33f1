"""The edits of a sitting: made, undone, made again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits import apply
from transition_planner.planfile.splice import between, inverse, spliced

if TYPE_CHECKING:
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.splice import Splice
    from transition_planner.planfile.starts import Starts


@dataclass(frozen=True, slots=True)
class Step:
    """One edit that was made, and what the document said on its other side.

    The text there is left out: 1,000 edits of a plan of 2 MB would hold 2 GB of it, and the splices give it back.
    """

    label: str
    """What the edit does, for the person who undoes it."""
    splices: tuple[Splice, ...]
    """From the text before the edit to the text after it."""
    plan: Plan
    starts: Starts


@dataclass(frozen=True, slots=True)
class History:
    """A document, and the ways back and forth from it."""

    document: Document
    saved: str = field(repr=False)
    """The text that the file holds."""
    done: tuple[Step, ...] = ()
    """The edits that led here, the last one last, each with what was before it."""
    undone: tuple[Step, ...] = ()
    """The edits taken back, the next to make again last, each with what was after it."""
    splices: tuple[Splice, ...] = ()
    """What led to this text from that of the history before, for the journal."""

    @classmethod
    def of(cls, document: Document) -> History:
        """Of a document just read."""
        return cls(document, document.text)

    @property
    def changed(self) -> bool:
        """Whether the text differs from that of the file."""
        return self.document.text != self.saved

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to make again."""
        return bool(self.undone)

    @property
    def label(self) -> str:
        """What `undo` would take back; "" for nothing."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """What `redo` would make again; "" for nothing."""
        return self.undone[-1].label if self.undone else ""

    def do(self, edit: Edit) -> History:
        """With one edit more, and none to make again; itself where the edit changes nothing.

        Raises:
            EditRefused: if the edit cannot be made.
        """
        made = apply(self.document, edit)
        return self._with(edit.label, made.splices, made.document) if made.splices else self

    def recovered(self, document: Document) -> History:
        """With the edits of a sitting that was cut short as one edit; `document` is what they led to."""
        return self.rewritten(_("recover unsaved edits"), document)

    def rewritten(self, label: str, document: Document) -> History:
        """With another text of the plan as one edit, made by other means; itself where it is the same.

        Args:
            label: What was done, for the person who undoes it.
            document: The text, read.
        """
        if document.text == self.document.text:
            return self
        return self._with(label, (between(self.document.text, document.text),), document)

    def met(self, theirs: Document, here: Document, label: str) -> History:
        """After another program has written the file: that is known, and what stands here is one edit more.

        Args:
            theirs: What the file says now.
            here: What is to stand here: the same, or both sides' edits together.
            label: What was done, for the person who undoes it.
        """
        history = self.rewritten(label, here)
        document = replace(
            history.document,
            digest=theirs.digest,
            bom=theirs.bom,
            register=theirs.register,
            register_text=theirs.register_text,
        )
        return replace(history, document=document, saved=theirs.text)

    def undo(self) -> History:
        """Before the last edit; itself where there is none."""
        if not self.done:
            return self
        step = self.done[-1]
        return replace(
            self._at(step, inverse(step.splices)),
            done=self.done[:-1],
            undone=(*self.undone, self._here(step)),
        )

    def redo(self) -> History:
        """With the edit made again that was taken back last; itself where there is none."""
        if not self.undone:
            return self
        step = self.undone[-1]
        return replace(
            self._at(step, step.splices), done=(*self.done, self._here(step)), undone=self.undone[:-1]
        )

    def with_saved(self, document: Document) -> History:
        """After `save` gave this document."""
        return replace(self, document=document, saved=document.text, splices=())

    def _with(self, label: str, splices: tuple[Splice, ...], new: Document) -> History:
        here = Step(label, splices, self.document.plan, self.document.starts)
        document = replace(self.document, text=new.text, plan=new.plan, starts=new.starts)
        return replace(self, document=document, done=(*self.done, here), undone=(), splices=splices)

    def _at(self, step: Step, splices: tuple[Splice, ...]) -> History:
        text = spliced(self.document.text, splices)
        document = replace(self.document, text=text, plan=step.plan, starts=step.starts)
        return replace(self, document=document, splices=splices)

    def _here(self, step: Step) -> Step:
        return replace(step, plan=self.document.plan, starts=self.document.starts)
