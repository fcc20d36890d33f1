"""A question with a few answers, each a key; escape is the last, which changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from transition_planner.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Key


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    key: str
    """The letter that gives it."""
    means: str
    """What happens then."""


class Ask(Dialog[str | None]):
    """Gives the key of the answer."""

    def __init__(self, question: str, answers: Sequence[Answer]) -> None:
        """Make a question.

        Args:
            question: What is asked.
            answers: The answers; the last is the safe one, which escape and enter give too.
        """
        super().__init__()
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question and a line for each answer."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="heading")
            for answer in self._answers:
                yield Static(Content.assemble((f" {answer.key} ", "bold $sign"), " ", answer.means))

    def on_key(self, event: Key) -> None:
        """Take an answer."""
        event.stop()
        event.prevent_default()
        given = (event.character or "").lower()
        if given in {answer.key for answer in self._answers}:
            self.give(given)
        elif event.key in ("escape", "enter"):
            self.give(self._answers[-1].key)
