"""Commands that hand the plan's text to the person's own editor and take it back."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from transition_planner.locales import _
from transition_planner.planfile.loading import PlanFileError
from transition_planner.schedule.cycle import CycleError
from transition_planner.tui.commands.owntext import OwnText
from transition_planner.tui.dialogs.ask import Answer, Ask
from transition_planner.tui.keys.command import Command
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.state.state import State

_MOST_FINDINGS = 5
_FALLBACKS = ("sensible-editor", "nano", "vi", "notepad")


class EditorFailed(Exception):  # noqa: N818  # the sentence says what failed
    """The editor could not be run, or says that it failed; nothing is changed."""


def edit_lines(screen: Desk) -> None:
    """The task's own lines in $EDITOR."""
    task = screen.state.cursor
    if task is None:
        edit_file(screen)
        return
    _edit(screen, OwnText.of_task(screen.state.history.document, task), task)


def edit_file(screen: Desk) -> None:
    """The whole plan in $EDITOR."""
    _edit(screen, OwnText.of_plan(screen.state.history.document), "plan")


def outside_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "edit-lines",
            ("E",),
            _("Own lines"),
            _("Edit the task's own lines of the file in $EDITOR."),
            edit_lines,
            edits=True,
        ),
        Command(
            "edit-file",
            ("ctrl+e",),
            _("Whole file"),
            _("Edit the whole plan in $EDITOR: calendars, roles and models too."),
            edit_file,
            edits=True,
        ),
    )


def editor() -> list[str]:
    """The command line of the person's editor.

    Raises:
        EditorFailed: if there is none.
    """
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if named:
        return shlex.split(named)
    found = next((each for each in _FALLBACKS if shutil.which(each)), None)
    if found is None:
        raise EditorFailed(_("no editor: name one in EDITOR"))
    return [found]


def run_editor(screen: Desk, text: str, name: str) -> str:
    """The text as the person's editor leaves it.

    Raises:
        EditorFailed: if it cannot be run, or says that it failed.
    """
    command = editor()
    with tempfile.TemporaryDirectory(prefix="transition-planner-") as folder:
        path = Path(folder) / f"{name}.yaml"
        path.write_text(text, encoding="utf-8", newline="")
        try:
            with screen.app.suspend():
                code = subprocess.run([*command, path], check=False).returncode  # noqa: S603  # the person's own
        except SuspendNotSupported as error:
            raise EditorFailed(_("no editor can be opened from here")) from error
        except OSError as error:
            raise EditorFailed(
                _("{editor} cannot be run: {reason}").format(editor=command[0], reason=error.strerror)
            ) from error
        if code:
            raise EditorFailed(_("{editor} ended with {code}").format(editor=command[0], code=code))
        return path.read_bytes().decode("utf-8", "replace")


def _edit(screen: Desk, own: OwnText, name: str, text: str | None = None) -> None:
    """Hand the lines, or what became of them before, to the editor, and take them back."""
    before = own.text if text is None else text
    try:
        after = run_editor(screen, before, name)
    except EditorFailed as failed:
        screen.warn(str(failed))
        return
    if after == own.text:
        screen.say(_("nothing was changed"))
        return
    try:
        state = _rewritten(screen.state, own, after, name)
    except PlanFileError as error:
        _ask_again(screen, own, name, after, _told(error, own, after))
    except (CycleError, NoWorkingTime, ValueError) as error:
        _ask_again(screen, own, name, after, str(error))
    else:
        screen.change(state, _("taken over from the editor"))


def _rewritten(state: State, own: OwnText, text: str, name: str) -> State:
    return state.rewritten(_("edit {task} as text").format(task=name), own.put_back(text))


def _ask_again(screen: Desk, own: OwnText, name: str, text: str, problem: str) -> None:
    """Say what is wrong with the text, which is kept until the person throws it away."""

    def take(answer: str) -> None:
        if answer == "e":
            _edit(screen, own, name, text)

    answers = (
        Answer("x", _("throw the edited text away")),
        Answer("e", _("edit it again")),
    )
    screen.ask(Ask(problem, answers), take)


def _told(error: PlanFileError, own: OwnText, text: str) -> str:
    """What is wrong, each with its line in the editor where it lies there, else with its place in the file."""
    told = []
    last = own.first_line + len(text.splitlines())
    for finding in error.findings[:_MOST_FINDINGS]:
        place = finding.place
        where = str(place or "")
        if place is not None and place.file == own.document.name and own.first_line <= place.line <= last:
            where = _("line {line}").format(line=place.line - own.first_line + 1)
        told.append(f"{where}: {finding.message}. {finding.hint}".strip(": "))
    return "\n".join(told)
