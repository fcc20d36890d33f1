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
    from textual.events import Key, Mount


STARTLED_SECONDS = 0.7
"""For so long keys are none for a question that comes by itself: a hand that types has to notice it first."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer."""

    key: str
    """The letter that gives it."""
    means: str
    """What happens then."""


class Ask(Dialog[str | None]):
    """Gives the key of the answer."""

    def __init__(self, question: str, answers: Sequence[Answer], *, unasked: bool = False) -> None:
        """Make a question.

        Args:
            question: What is asked.
            answers: The answers; the last is the safe one, which escape and enter give too.
            unasked: Whether it comes by itself, perhaps while somebody types: the first keys are no answers then.
        """
        super().__init__()
        self._unasked = unasked
        self._opened = 0.0
        self._question = question
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question and a line for each answer."""
        with Vertical(classes="box"):
            yield Static(Content(self._question), classes="heading")
            for answer in self._answers:
                yield Static(Content.assemble((f" {answer.key} ", "bold $sign"), " ", answer.means))

    def on_mount(self, event: Mount) -> None:
        """Know since when it can be seen."""
        self._opened = event.time

    def on_key(self, event: Key) -> None:
        """Take an answer."""
        event.stop()
        event.prevent_default()
        if self._unasked and event.time - self._opened < STARTLED_SECONDS:
            return
        given = (event.character or "").lower()
        if given in {answer.key for answer in self._answers}:
            self.give(given)
        elif event.key in ("escape", "enter"):
            self.give(self._answers[-1].key)
