"""The screen with the plan: it holds the state, shows it, and runs commands on it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

from textual.binding import BindingsMap
from textual.screen import Screen

from transition_planner.locales import _, set_language
from transition_planner.planfile.edits import EditRefused
from transition_planner.tui.board.board import Board
from transition_planner.tui.chart.dragging import dropped
from transition_planner.tui.commands import filtering
from transition_planner.tui.commands.arranging import sort_at
from transition_planner.tui.commands.filing import offer_recovery, tell_protected
from transition_planner.tui.commands.registry import bindings, commands, groups
from transition_planner.tui.detail import Detail
from transition_planner.tui.file.following import Follower
from transition_planner.tui.file.logbook import Logbook
from transition_planner.tui.footer import Footer
from transition_planner.tui.greeting import greet
from transition_planner.tui.headline import Headline
from transition_planner.tui.keymapcheck import tell_keymap_problems
from transition_planner.tui.keys.keys import canonical
from transition_planner.tui.modes.making import made as made_mode
from transition_planner.tui.notice import Notice
from transition_planner.tui.state.attempt import Refused, attempt
from transition_planner.tui.state.breaking import circle_told
from transition_planner.tui.state.change import change, outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.events import Key, Paste
    from textual.screen import ModalScreen
    from textual.timer import Timer

    from transition_planner.checks.run import Checked
    from transition_planner.locales import Language
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.tui.chart.baseline import Baseline
    from transition_planner.tui.chart.timeline import Timeline
    from transition_planner.tui.copied import Copied
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.form.form import Form
    from transition_planner.tui.keys.command import Group
    from transition_planner.tui.memory import Keeper
    from transition_planner.tui.modes.mode import Mode
    from transition_planner.tui.painting.rowview import RowView
    from transition_planner.tui.state.state import State

Result = TypeVar("Result")

_COUNTING_SECONDS = 0.5
_LOOKING_SECONDS = 1.0
"""Between two looks at the plan's file: each asks the system for two times, 10 µs."""


class PlanScreen(Screen[None]):
    """Shows one state; commands replace it."""

    # The widgets cover it: its own lines would be drawn for nothing, a tenth of a frame.
    BLANK = True

    def __init__(
        self,
        state: State,
        today: date,
        keeper: Keeper,
        *,
        read_only: bool,
        baseline: Baseline | None = None,
        hello: str = "",
    ) -> None:
        super().__init__()
        self.keeper = keeper
        self._hello = hello
        self.state = state
        self.today = today
        self.read_only = read_only
        self.board = Board(state, today, baseline)
        self._form: Form | None = None
        self._headline = Headline(state, read_only=read_only)
        self.notice = Notice()
        self._detail = Detail(state, self.key_of)
        self._footer = Footer([command for command in commands() if command.footer])
        self._logbook = Logbook(None if read_only else state.history.document.path)
        self._asked = 0
        """Dialogs whose answers have not come: they are about the plan as it was when they were asked."""
        self._noted = True
        """Whether the journal has the last edit: that it has not is told once, not in place of what each edit does."""
        self._counting: Timer | None = None
        self.copied: tuple[Copied, ...] = ()
        """What `paste` adds."""
        self.elsewhere: Document | None = None
        """What was kept in another file while the plan's own could not be written."""
        self.unfiltered: str | None = None
        """The task under the cursor before a filter was typed."""
        self.mode: Mode | None = None
        """The mode that is open above the plan."""
        self._modes: dict[str, Mode] = {}
        self.found: Checked | None = None
        """What the check finds in the plan as it is now; None while it looks."""
        self._commands = {command.id: command for command in commands()}
        self._filter_keys = {canonical(key) for key in self._commands["filter"].keys}
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(bindings(self._commands.values()))])

    @property
    def is_current(self) -> bool:
        """Whether any of it is on show: below a mode nothing is, and Textual would paint the mode twice to show it."""
        return self.mode is None and super().is_current

    @property
    def form(self) -> Form:
        """The form, made when it is first wanted and kept: building its fields takes 0.1 s."""
        if self._form is None:
            from transition_planner.tui.form.form import Form  # noqa: PLC0415  # 5 ms of each start

            self._form = Form()
            self.app.install_screen(self._form, "form")
        return self._form

    @property
    def journal(self) -> Path | None:
        """The crash journal of this sitting, once there is one."""
        return self._logbook.journal

    @property
    def groups(self) -> Sequence[Group[Desk]]:
        """All commands by group, in the language spoken now."""
        return groups()

    @property
    def name_in_front(self) -> str:
        """The mode that is open, the plan being one, in the language spoken now."""
        return _("Plan") if self.mode is None else self.mode.title_now()

    @property
    def groups_in_front(self) -> Sequence[Group[Any]]:
        """All commands that can be given now, by group."""
        return (self.mode or self).groups

    @property
    def in_front(self) -> bool:
        """Whether the plan, or a mode, is on show: no dialog is open, and no answer of one is on its way."""
        return not self._asked and self.app.screen is (self.mode or self)

    def compose(self) -> ComposeResult:
        """The plan's line, the board, what was done last, the task's facts, the keys."""
        yield self._headline
        yield self.board
        yield self.notice
        yield self._detail
        yield self._footer

    def on_mount(self) -> None:
        """Count the findings, follow the file, and say what has to be said."""
        self._counting = self.set_interval(_COUNTING_SECONDS, self._count_findings, pause=True)
        self._count_later()
        self.follower = Follower(self)
        self.set_interval(_LOOKING_SECONDS, self.follower.look)
        self.call_after_refresh(self._begin)

    def on_unmount(self) -> None:
        """Leave what is not saved to the next sitting."""
        self._logbook.let_go()

    def _begin(self) -> None:
        """Say what has to be said before anything else; what is asked last is on top."""
        if self._hello:
            self.say(self._hello)
        circle = circle_told(self.state.schedule, self.key_of("why"))
        if circle:
            self.warn(circle)
        greet(self)
        tell_keymap_problems(self)
        if not self.read_only:
            tell_protected(self)
            offer_recovery(self)

    def action_run(self, command_id: str) -> None:
        """Run a command."""
        command = self._commands[command_id]
        if command.edits and self.read_only:
            self.refuse_to_edit()
            return
        command.run(self)

    def key_of(self, command_id: str) -> str:
        """The key in force of a command, as people read it; "" where it has none."""
        return self._commands[command_id].shown_key

    def refuse_to_edit(self) -> None:
        """Say that the plan is not edited."""
        self.warn(_("the plan was opened to be read only"))

    def open_mode(self, name: str, at: str = "") -> None:
        """Open a mode, as it was left or with something selected, in place of the one that is open."""
        if self.typing:
            self.typing = False
        mode = self._modes.get(name)
        if mode is None:
            mode = self._modes[name] = made_mode(name, self)
            self.app.install_screen(mode, name)
        if mode is self.mode:
            return
        mode.show_plan()
        mode.point_at(at)
        if self.mode is None:
            self.app.push_screen(mode)
        else:
            self.app.switch_screen(mode)
        self.mode = mode

    def close_mode(self) -> None:
        """Back to tasks and chart."""
        if self.mode is not None:
            self.mode = None
            self.app.pop_screen()

    def on_key(self, event: Key) -> None:
        """Take what is typed into the filter, from the key on that opens it: bindings would be too late for that."""
        if event.key == "escape" and self.board.timeline.end_drag():
            taken = True
        elif self.typing:
            taken = filtering.take(self, event.key, event.character if event.is_printable else None)
        else:
            taken = event.key in self._filter_keys
            if taken:
                self.action_run("filter")
        if taken:
            event.stop()
            event.prevent_default()

    def on_paste(self, event: Paste) -> None:
        """Take a pasted text into the filter that is being typed."""
        event.stop()
        if self.typing:
            filtering.paste(self, event.text)
        else:
            self.warn(_("nothing is being typed: {key} adds a task").format(key=self.key_of("add")))

    @property
    def typing(self) -> bool:
        """Whether a filter is being typed."""
        return self.board.table.typing

    @typing.setter
    def typing(self, typing: bool) -> None:
        self.board.table.typing = typing
        self.board.table.redraw_heading()

    def show(self, state: State, *, reveal: bool = False) -> None:
        """Show another state; with `reveal` the chart moves to the selected bar."""
        if state.history.document.plan is not self.state.history.document.plan:
            self.found = None
            self._count_later()
        self.state = state
        self.board.show(state, reveal=reveal)
        self._headline.show(state)
        self._detail.show(state)
        if self.mode is not None:
            self.mode.show_plan()

    def edit(self, edits: Iterable[Edit], done: str = "", cursor: str | None = None) -> None:
        """Do edits as one step and say what is done and what that did to the plan, or why it cannot be done."""
        refused = self.try_edit(edits, done, cursor)
        if refused:
            self.warn(refused)

    def try_edit(self, edits: Iterable[Edit], done: str = "", cursor: str | None = None) -> str:
        """Do edits as `edit` does; why they cannot be done is given back instead of said, else ""."""
        made = attempt(self.state, edits, cursor)
        if isinstance(made, Refused):
            return made.why
        self.change(made, done)
        return ""

    def change(self, state: State, done: str = "") -> bool:
        """Show an edited plan and say what was done, and what that did to it; whether the crash journal has it."""
        before, noted = self.state, self._noted
        try:
            self._logbook.note(before.history, state.history)
            trouble = ""
        except OSError as error:
            trouble = _("the crash journal cannot be written: {reason}").format(reason=error.strerror)
        self._noted = not trouble
        self.show(state, reveal=True)
        if trouble and noted:
            self.warn(trouble)
        else:
            self.say("; ".join(part for part in (done, change(before.schedule, state.schedule)) if part))
        return self._noted

    def speak(self, language: Language) -> None:
        """Speak another language from now on."""
        set_language(language)
        name = "" if self.mode is None else self.mode.id_
        self.close_mode()
        for each in self._modes:
            self.app.uninstall_screen(each)
        self._modes.clear()
        if self._form is not None:
            self.app.uninstall_screen(self._form)
            self._form = None
        self._commands = {command.id: command for command in commands()}
        self._footer.show([command for command in self._commands.values() if command.footer])
        self.found = None
        self._count_later()
        for part in (self._headline, self._detail, self.board.table, self.board.timeline):
            part.redraw()
        if name:
            self.open_mode(name)

    def note_anew(self) -> None:
        """Let the crash journal hold by what the plan differs from its file as it is known now."""
        try:
            self._logbook.begin_anew(self.state.history)
        except OSError as error:
            self.warn(_("the crash journal cannot be written: {reason}").format(reason=error.strerror))

    def settle_in(self, document: Document) -> None:
        """Let a plan that had no file have the one that it has just been written to."""
        self.show(self.state.reading(self.state.history.with_saved(document)))
        self._logbook = Logbook(document.path)

    def forget_journal(self) -> None:
        """Delete the crash journal: the edits are saved, or nobody wants them."""
        try:
            self._logbook.discard()
        except OSError as error:
            self.warn(_("the crash journal cannot be deleted: {reason}").format(reason=error.strerror))

    def say(self, sentence: str) -> None:
        """Say something for a moment; what was said before goes."""
        (self.mode or self).notice.say(sentence)

    def warn(self, sentence: str) -> None:
        """Say something that did not go as wanted."""
        (self.mode or self).notice.say(sentence, warning=True)

    def ask(self, dialog: ModalScreen[Result | None], take: Callable[[Result], None]) -> None:
        """Show a dialog at once, so that keys typed ahead are its own, and take its answer unless it was left."""

        def answered(answer: Result | None) -> None:
            self._asked -= 1
            if answer is not None:
                take(answer)

        self._asked += 1
        self.app.push_screen(dialog, answered)

    def on_row_view_clicked(self, message: RowView.Clicked) -> None:
        """Select the row that was clicked, or fold it; a double click edits it."""
        state = self.state.at_line(message.line)
        self.show(state.toggled() if message.fold else state)
        if message.double:
            self.action_run("edit")

    def on_timeline_dropped(self, message: Timeline.Dropped) -> None:
        """Move the task, or its end, to where the bar was dragged."""
        self.show(self.state.at_line(message.line))
        made = self._moved(message)
        if isinstance(made, Refused):
            self.warn(made.why)
        else:
            self.change(made)

    def on_timeline_dragged(self, message: Timeline.Dragged) -> None:
        """Tell what the plan would be if the bar were let go now."""
        if not message.days:
            self.say("")
            return
        made = self._moved(message)
        if isinstance(made, Refused):
            self.warn(made.why)
        else:
            task = self.state.schedule.outline.ids[self.state.rows.shown[message.line]]
            self.say(outcome(self.state.schedule, made.schedule, task))

    def _moved(self, message: Timeline.Dragged) -> State | Refused:
        """The plan with a bar, or its end, where it is held; or why that cannot be."""
        if self.read_only:
            return Refused(_("the plan was opened to be read only"))
        row = self.state.rows.shown[message.line]
        try:
            return attempt(self.state, (dropped(self.state, row, message.days, end=message.end),))
        except EditRefused as refusal:
            return Refused(refusal.message)

    def on_row_view_heading_clicked(self, message: RowView.HeadingClicked) -> None:
        """Sort by the column that was clicked."""
        if message.view is self.board.table:
            sort_at(self, message.x)

    def _count_later(self) -> None:
        """Count the findings when no edit has come for a moment."""
        if self._counting is not None:
            self._counting.reset()
            self._counting.resume()

    def _count_findings(self) -> None:
        """Count them in a thread: all rules over all models of a plan of 10,000 tasks take seconds."""
        if self._counting is not None:
            self._counting.pause()
        self.run_worker(
            self._count(self.state.history.document), group="findings", exclusive=True, exit_on_error=False
        )

    async def _count(self, document: Document) -> None:
        found = await asyncio.to_thread(_checked, document, self.today)
        if document.plan is not self.state.history.document.plan:
            return
        self.found = found
        self._headline.show_findings(len(found.findings))
        if self.mode is not None:
            self.mode.show_plan()


def _checked(document: Document, today: date) -> Checked:
    from transition_planner.checks.run import checked  # noqa: PLC0415  # the rules: 30 ms that the first picture can wait for

    return checked(document, today=today)
