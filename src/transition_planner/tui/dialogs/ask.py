"""A question with a few answers, each a key; escape is the last, which changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from transition_planner.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.events import Click, Event, Key, Mount


STARTLED_SECONDS = 0.7
"""For so long keys are none for a question that comes by itself: a hand that types has to notice it first."""


_LINES = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5}
"""By how many lines a key scrolls a question that is too long for the terminal."""


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
        with VerticalScroll(classes="box", can_focus=False):
            yield Static(Content(self._question), classes="heading")
            for answer in self._answers:
                yield _Line(answer)

    def on_mount(self, event: Mount) -> None:
        """Know since when it can be seen; on a terminal that is too low the answers are what one has to see."""
        self._opened = event.time
        self._box.anchor()

    def take(self, answer: str, given: Event) -> None:
        """Give an answer, unless it was given before the question can have been seen."""
        if not self._unasked or given.time - self._opened >= STARTLED_SECONDS:
            self.give(answer)

    def on_key(self, event: Key) -> None:
        """Take an answer."""
        event.stop()
        event.prevent_default()
        given = (event.character or "").lower()
        if given in {answer.key for answer in self._answers}:
            self.take(given, event)
        elif event.key in ("escape", "enter"):
            self.take(self._answers[-1].key, event)
        elif event.key in _LINES:
            self._box.scroll_relative(y=_LINES[event.key], animate=False)

    @property
    def _box(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)


class _Line(Static):
    """An answer, which can be clicked."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(Content.assemble((f" {answer.key} ", "bold $sign"), " ", answer.means))
        self._answer = answer

    def on_click(self, event: Click) -> None:
        """Give it."""
        if isinstance(self.screen, Ask):
            self.screen.take(self._answer.key, event)
