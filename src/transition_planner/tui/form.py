"""The form of a task."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from transition_planner.locales import _, language
from transition_planner.planfile.edits import AddTask
from transition_planner.tui.attempt import Refused, attempt
from transition_planner.tui.dialog import Dialog
from transition_planner.tui.fields import Mistyped, added, checked_id, edits, form_fields, values
from transition_planner.tui.gestures import added_phase, membership, new_id, place_below
from transition_planner.tui.line import Line
from transition_planner.tui.state import State
from transition_planner.tui.titles import title_of

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class NewTask(Enum):
    """What is added."""

    TASK = auto()
    PHASE = auto()


class Form(Dialog[State | None]):
    """Edits a task, or adds one; gives the state that makes, or None where it was left.

    It is made once and filled each time: building its fields takes 0.1 s.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "accept", show=False),
        # These may overtake letters: those are in their line's own queue, and what follows is for the next line.
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._state: State | None = None
        self._new: NewTask | None = None

    def edit(self, state: State) -> None:
        """Get ready to edit the task under the cursor."""
        self._get_ready(state, None)

    def add(self, state: State, what: NewTask) -> None:
        """Get ready to add something below the cursor."""
        self._get_ready(state, what)

    def _get_ready(self, state: State, new: NewTask | None) -> None:
        self._state, self._new = state, new
        if self.is_mounted:
            # Before the form is shown, so that the very next key is for the right line.
            self._fill()

    def compose(self) -> ComposeResult:
        """A line a field, and below them what is wrong."""
        with Vertical(classes="box"):
            yield Static(classes="heading")
            with VerticalScroll(can_focus=False):
                for field in form_fields():
                    with Horizontal(classes="field"):
                        yield Label(Content(field.label))
                        yield Line(placeholder=field.example, id=field.name, compact=True)
            yield Static(classes="problem")
            yield Static(Content(_("enter: accept   tab, arrows: next line   escape: leave")), classes="note")

    def on_mount(self) -> None:
        """Fill the lines the first time."""
        self._fill()

    def _fill(self) -> None:
        """Fill the lines."""
        state = self._state
        if state is None:
            return
        outline, row = state.schedule.outline, state.row
        filled = {field.name: "" for field in form_fields()}
        heading = {NewTask.TASK: _("New task"), NewTask.PHASE: _("New phase")}
        if self._new is None and row is not None:
            filled = values(outline.ids[row], outline.tasks[row], language())
            said = title_of(outline, row)
        else:
            said = heading[self._new or NewTask.TASK]
            filled["duration"] = "1d" if self._new is NewTask.TASK else ""
        for name, text in filled.items():
            field = self.query_one(f"#{name}", Line)
            field.value = text
            field.cursor_position = len(text)
        self.query_one(".heading", Static).update(Content(said))
        self._complain("")
        self.set_focus(self.line())

    def line(self) -> Line:
        """The line one begins with: the title of what is new, the duration of what is there."""
        first = f"title-{language()}" if self._new is not None else "duration"
        return self.query_one(f"#{first}", Line)

    def on_input_submitted(self) -> None:
        """Accept the form with enter in any line."""
        self.action_accept()

    def action_leave(self) -> None:
        """Leave; nothing is changed."""
        self.give(None)

    def action_accept(self) -> None:
        """Make the edit, or say in the form what is wrong."""
        if self._state is None:
            return
        typed = {field.name: self.query_one(f"#{field.name}", Line).value for field in form_fields()}
        try:
            made = self._edited(self._state, typed) if self._new is None else self._added(self._state, typed)
        except Mistyped as mistake:
            self._complain(mistake.message)
            self.query_one(f"#{mistake.field}", Line).focus()
            return
        if isinstance(made, Refused):
            self._complain(made.why)
        else:
            self.give(made)

    def _edited(self, state: State, typed: dict[str, str]) -> State | Refused | None:
        """The state with the task as typed; None where it is as before."""
        outline, row = state.schedule.outline, state.row
        if row is None:
            return None
        id_ = outline.ids[row]
        made = edits(state.schedule.plan, id_, outline.tasks[row], typed, language())
        return attempt(state, made, cursor=typed["id"].strip()) if made else None

    def _added(self, state: State, typed: dict[str, str]) -> State | Refused:
        """The state with the new task or phase, the cursor on it."""
        plan = state.schedule.plan
        fields = {**added(plan, typed, language()), **membership(state)}
        wanted = typed["id"].strip()
        id_ = checked_id(plan, wanted) if wanted else new_id(plan, typed["title-en"] or typed["title-fi"])
        phase, behind = place_below(state)
        if self._new is NewTask.PHASE:
            return attempt(state, added_phase(plan, id_, fields, phase, behind), id_)
        return attempt(state, (AddTask(id_, fields, phase, behind),), id_)

    def _complain(self, sentence: str) -> None:
        self.query_one(".problem", Static).update(Content(sentence))
