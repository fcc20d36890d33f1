"""A dialog with a few lines to fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, Static

from transition_planner.locales import _
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


class Prompt(Dialog[bool | None]):
    """Gives True when what was typed has been taken; until then it says what is wrong with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
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

    def compose(self) -> ComposeResult:
        """A line a question."""
        with Vertical(classes="box"):
            yield Static(Content(self._heading), classes="heading")
            for question in self._questions:
                with Horizontal(classes="field"):
                    yield Label(Content(question.label))
                    yield Input(question.value, compact=True)
            yield Static(classes="problem")
            yield Static(Content(_("enter: accept   tab, arrows: next line   escape: leave")), classes="note")

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query(Input).first().focus()

    def on_input_submitted(self) -> None:
        """Take what was typed, or say what is wrong."""
        problem = self._take(tuple(line.value for line in self.query(Input)))
        if problem:
            self.query_one(".problem", Static).update(Content(problem))
        else:
            self.give(result=True)
