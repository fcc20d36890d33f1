"""A dialog with a few lines to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, Static

from transition_planner.locales import _
from transition_planner.tui.dialogs.completing import MOST_TOLD, CompletingLine
from transition_planner.tui.dialogs.dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class Question:
    """One line."""

    label: str
    value: str
    """What it says until something else is typed."""
    offered: Callable[[str], Sequence[str]] | None = None
    """What a text that is typed may go on to; None where that cannot be known."""


class Prompt(Dialog[bool | None]):
    """Gives True when what was typed has been taken; until then it says what is wrong with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
        Binding("ctrl+n", "other", show=False),
    ]

    def __init__(
        self, heading: str, questions: Sequence[Question], take: Callable[[tuple[str, ...]], str]
    ) -> None:
        """Make a dialog.

        Args:
            heading: What it is for.
            questions: Its lines.
            take: Does what is wanted with what was typed; gives what is wrong with that, or "" where all is well.
        """
        super().__init__()
        self._heading = heading
        self._questions = questions
        self._take = take
        self._candidates: list[str] = []
        """What the line that was typed in last may go on to."""

    def compose(self) -> ComposeResult:
        """A line a question."""
        with Vertical(classes="box"):
            yield Static(Content(self._heading), classes="heading")
            for question in self._questions:
                with Horizontal(classes="field"):
                    yield Label(Content(question.label))
                    yield _Line(question, self._candidates)
            yield Static(classes="problem")
            if self._offering:
                yield Static(classes="completions")
            note = (
                _("enter: accept   tab, arrows: next line   →, ^n: complete   escape: leave")
                if self._offering
                else _("enter: accept   tab, arrows: next line   escape: leave")
            )
            yield Static(Content(note), classes="note")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query(Input).first().focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer how to go on, where that can be known."""
        if self._offering and isinstance(event.input, _Line):
            self._candidates[:] = event.input.offered(event.value)
            self._tell_candidates()

    def action_other(self) -> None:
        """Offer another completion first."""
        self._candidates[:] = [*self._candidates[1:], *self._candidates[:1]]
        self._tell_candidates()

    def on_input_submitted(self) -> None:
        """Take what was typed, or say what is wrong."""
        problem = self._take(tuple(line.value for line in self.query(Input)))
        if problem:
            self.query_one(".problem", Static).update(Content(problem))
        else:
            self.give(result=True)

    @property
    def _offering(self) -> bool:
        return any(question.offered for question in self._questions)

    def _tell_candidates(self) -> None:
        if self._offering:
            told = [
                Content.assemble(("→ " if at == 0 else "  ", "$sign"), each)
                for at, each in enumerate(self._candidates[:MOST_TOLD])
            ]
            self.query_one(".completions", Static).update(Content("\n").join(told))


class _Line(CompletingLine):
    """The line of a question."""

    def __init__(self, question: Question, candidates: Sequence[str]) -> None:
        """Make it.

        Args:
            question: What it answers.
            candidates: What it may go on to, the best first; the dialog keeps that in step with what is typed.
        """
        super().__init__(self._take_first, question.value)
        self._question = question
        self._candidates = candidates

    def offered(self, typed: str) -> Sequence[str]:
        """What a text may go on to."""
        return self._question.offered(typed) if self._question.offered is not None else ()

    def _take_first(self) -> bool:
        if not self._candidates:
            return False
        self.value = self._candidates[0]
        self.cursor_position = len(self.value)
        return True
