"""The form: a page of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from transition_planner.locales import _
from transition_planner.tui.dialogs.completing import MOST_TOLD
from transition_planner.tui.dialogs.dialog import Dialog
from transition_planner.tui.form.completing import candidates, completed
from transition_planner.tui.form.formbody import FormBody
from transition_planner.tui.form.mistyped import Mistyped
from transition_planner.tui.state.attempt import Refused
from transition_planner.tui.state.state import State

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from transition_planner.tui.dialogs.picker import Choice
    from transition_planner.tui.form.draft import Draft
    from transition_planner.tui.form.fieldline import FieldLine

_PAUSE_SECONDS = 0.05
"""How long nothing is typed before the dates are told: a schedule of 10,000 tasks takes 10 ms."""


class Form(Dialog[State | None]):
    """Edits what its draft is about; gives the state that makes, or None where it was left.

    What is typed is tried out at once: the form tells the dates it would give, or what is wrong with it. It is made
    once and filled each time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "accept", show=False),
        Binding("ctrl+n", "other", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._body = FormBody(self._complete)
        self._offered: dict[str, list[Choice]] = {}
        """What may stand in a field, once somebody has been there."""
        self._candidates: list[Choice] = []
        self._pausing: Timer | None = None

    def prepare(self, draft: Draft) -> None:
        """Get ready to be filled in."""
        self._draft = draft
        self._offered.clear()
        if self.is_mounted:
            # Before the form is shown, so that the very next key is for the right line.
            self._fill()

    def compose(self) -> ComposeResult:
        """The fields; below them what the plan would be, and completions."""
        with Vertical(classes="box"):
            yield Static(classes="heading")
            yield self._body
            yield Static(classes="verdict")
            yield Static(classes="completions")
            yield Static(
                Content(_("enter: accept   tab, arrows: next line   →, ^n: complete   escape: leave")),
                classes="note",
            )

    def on_mount(self) -> None:
        """Fill the fields the first time."""
        self._pausing = self.set_interval(_PAUSE_SECONDS, self._preview, pause=True)
        self._fill()

    def _fill(self) -> None:
        draft = self._draft
        if draft is None:
            return
        self._body.fill(draft.sections, draft.shown, draft.hidden, draft.first)
        self.query_one(".heading", Static).update(Content(draft.heading))
        self._say("")
        self.set_focus(self.line())

    def line(self) -> FieldLine:
        """The line that is typed in."""
        return self._body.line

    def on_form_body_moved(self) -> None:
        """Offer what the field may hold."""
        self._offer()

    def on_input_changed(self) -> None:
        """Offer what is meant, and tell soon what it would do."""
        self._offer()
        if self._pausing is not None:
            self._pausing.reset()
            self._pausing.resume()

    def on_input_submitted(self) -> None:
        """Accept the form with enter in any line."""
        self.action_accept()

    def action_leave(self) -> None:
        """Leave; nothing is changed."""
        self._stop()
        self.give(None)

    def action_accept(self) -> None:
        """Make the edit, or say in the form what is wrong."""
        if self._draft is None:
            return
        self._stop()
        try:
            made = self._draft.made(self._body.typed)
        except Mistyped as mistake:
            self._say(mistake.message, wrong=True)
            self._body.select(mistake.field)
            return
        if isinstance(made, Refused):
            self._say(made.why, wrong=True)
        else:
            self.give(made)

    def action_other(self) -> None:
        """Offer another completion first."""
        self._candidates = [*self._candidates[1:], *self._candidates[:1]]
        self._tell_completions()

    def _preview(self) -> None:
        """Tell what the plan would be with what was typed up to now."""
        self._stop()
        if self._draft is None:
            return
        try:
            made = self._draft.made(self._body.typed)
        except Mistyped as mistake:
            self._say(mistake.message, wrong=True)
            return
        if isinstance(made, Refused):
            self._say(made.why, wrong=True)
        else:
            self._say(self._draft.preview(made) if made is not None else "")

    def _stop(self) -> None:
        if self._pausing is not None:
            self._pausing.pause()

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        verdict = self.query_one(".verdict", Static)
        verdict.set_class(wrong, "-wrong")
        verdict.update(Content(sentence))

    def _offer(self) -> None:
        """Find what may be meant in the line."""
        if self._draft is None:
            return
        field, line = self._body.field, self.line()
        if field.name not in self._offered:
            self._offered[field.name] = self._draft.offered(field)
        self._candidates = candidates(field, line.value, line.cursor_position, self._offered[field.name])
        self._tell_completions()

    def _tell_completions(self) -> None:
        told = [
            Content.assemble(
                ("→ " if each is self._candidates[0] else "  ", "$sign"),
                each.id,
                "  ",
                (each.title, "$quiet"),
            )
            for each in self._candidates[:MOST_TOLD]
        ]
        self.query_one(".completions", Static).update(Content("\n").join(told))

    def _complete(self) -> bool:
        """Take the first completion; whether there was one."""
        if not self._candidates:
            return False
        line = self.line()
        self._body.retype(*completed(self._body.field, line.value, line.cursor_position, self._candidates[0]))
        return True
