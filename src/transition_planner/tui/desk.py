"""The plan at work, as commands and modes know it: what is shown, and the ways to change that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from textual.app import App
    from textual.geometry import Size
    from textual.screen import ModalScreen

    from transition_planner.checks.run import Checked
    from transition_planner.locales import Language
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.tui.board.board import Board
    from transition_planner.tui.copied import Copied
    from transition_planner.tui.form.form import Form
    from transition_planner.tui.keys.command import Group
    from transition_planner.tui.memory import Keeper
    from transition_planner.tui.state.state import State

Result = TypeVar("Result")


class Desk(Protocol):
    """The screen with the plan fulfils it; no command or mode imports that, since it imports all of them."""

    state: State
    today: date
    read_only: bool
    typing: bool
    """Whether a filter is being typed."""
    unfiltered: str | None
    """The task under the cursor before a filter was typed."""
    copied: tuple[Copied, ...]
    """What `paste` adds."""
    found: Checked | None
    """What the check finds in the plan as it is now; None while it looks."""
    elsewhere: Document | None
    """What was kept in another file while the plan's own could not be written."""
    board: Board
    keeper: Keeper
    """What is remembered of the person."""

    @property
    def form(self) -> Form:
        """The form, made when it is first wanted and kept."""

    @property
    def app(self) -> App[Any]:
        """Textual's app."""

    @property
    def journal(self) -> Path | None:
        """The crash journal of this sitting, once there is one."""

    @property
    def size(self) -> Size:
        """The terminal's size."""

    @property
    def in_front(self) -> bool:
        """Whether the plan, or a mode, is on show: no dialog is open, and no answer of one is on its way."""

    @property
    def name_in_front(self) -> str:
        """The mode that is open, the plan being one, in the language spoken now."""

    @property
    def groups_in_front(self) -> Sequence[Group[Any]]:
        """All commands that can be given now, by group."""

    def key_of(self, command_id: str) -> str:
        """The key in force of a command, as people read it; "" where it has none."""

    def action_run(self, command_id: str) -> None:
        """Run a command."""

    def show(self, state: State, *, reveal: bool = False) -> None:
        """Show another state; with `reveal` the chart moves to the selected bar."""

    def edit(self, edits: Iterable[Edit], done: str = "", cursor: str | None = None) -> None:
        """Do edits as one step and say what is done and what that did to the plan, or why it cannot be done."""

    def try_edit(self, edits: Iterable[Edit], done: str = "", cursor: str | None = None) -> str:
        """Do edits as `edit` does; why they cannot be done is given back instead of said, else ""."""

    def change(self, state: State, done: str = "") -> bool:
        """Show an edited plan and say what was done, and what that did to it; whether the crash journal has it."""

    def refuse_to_edit(self) -> None:
        """Say that the plan is not edited."""

    def note_anew(self) -> None:
        """Let the crash journal hold by what the plan differs from its file as it is known now."""

    def settle_in(self, document: Document) -> None:
        """Let a plan that had no file have the one that it has just been written to."""

    def forget_journal(self) -> None:
        """Delete the crash journal: the edits are saved, or nobody wants them."""

    def say(self, sentence: str) -> None:
        """Say something for a moment; what was said before goes."""

    def warn(self, sentence: str) -> None:
        """Say something that did not go as wanted."""

    def ask(self, dialog: ModalScreen[Result | None], take: Callable[[Result], None]) -> None:
        """Show a dialog at once, so that keys typed ahead are its own, and take its answer unless it was left."""

    def open_mode(self, name: str, at: str = "") -> None:
        """Open a mode, as it was left or with something selected, in place of the one that is open."""

    def close_mode(self) -> None:
        """Back to tasks and chart."""

    def speak(self, language: Language) -> None:
        """Speak another language from now on."""
