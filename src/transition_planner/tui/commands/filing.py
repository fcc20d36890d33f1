"""Commands about the plan's file, and the questions that files make necessary."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.locales.dates import long_date
from transition_planner.planfile.journal import recover, set_aside
from transition_planner.planfile.loading import PlanFileError, load, parse
from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed
from transition_planner.planfile.saving import save as save_document
from transition_planner.tui.dialogs.ask import Answer, Ask
from transition_planner.tui.file.following import read_again, take_over
from transition_planner.tui.keys.command import Command
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from transition_planner.planfile.journal import Recovered
    from transition_planner.tui.desk import Desk


def save(screen: Desk) -> None:
    """Write the plan to its file."""
    if screen.state.history.changed:
        _save_and(screen, lambda: None)
    else:
        screen.say(_("nothing to save"))


def quit_(screen: Desk) -> None:
    """Leave; ask first where something is not saved."""

    def leave() -> None:
        screen.forget_journal()
        screen.app.exit(0)

    def take(answer: str) -> None:
        if answer == "s":
            _save_and(screen, lambda: screen.app.exit(0))
        elif answer == "y":
            leave()

    if screen.read_only or not screen.state.history.changed:
        screen.app.exit(0)
        return
    answers = (
        Answer("s", _("save and leave")),
        Answer("y", _("leave without saving")),
        Answer("n", _("stay")),
    )
    screen.ask(Ask(_("The plan has edits that are not saved. Leave?"), answers), take)


def tell_protected(screen: Desk) -> None:
    """Say before anything is edited that the file cannot be written."""
    path = screen.state.history.document.path
    if path is not None and not os.access(path, os.W_OK):
        screen.warn(_("the file is write-protected: edits can be kept in another one only"))


def offer_recovery(screen: Desk) -> None:
    """Ask of each earlier sitting that was cut short whether its edits should come back, and tell of those running."""
    path = screen.state.history.document.path
    if path is None:
        return
    try:
        left = [each for each in recover(path) if each.journal != screen.journal]
    except OSError as error:
        screen.warn(str(error))
        return
    for each in left:
        if each.held:
            told = _("another sitting{program} has unsaved edits of this plan, too")
            screen.say(told.format(program=_program(each)))
    _offer(screen, path, [each for each in left if not each.held])


def _offer(screen: Desk, path: Path, left: list[Recovered]) -> None:
    """Ask what shall become of the edits of some sittings, one after the other."""
    if not left:
        return
    first, *others = left

    def take(answer: str) -> None:
        if answer == "x":
            _remove(screen, first.journal)
        elif answer == "y":
            _take_up(screen, path, first)
        _offer(screen, path, others)

    last = datetime.fromtimestamp(first.time).astimezone()
    question = _(
        "Edits of an earlier sitting{program}, the last on {day} at {time}, were never saved. Take them up again?"
    ).format(program=_program(first), day=long_date(last.date()), time=f"{last:%H:%M}")
    if first.file_changed:
        question += " " + _("The file has been changed since: both are put together.")
    answers = (
        Answer("x", _("throw them away")),
        Answer("n", _("leave them for now")),
        Answer("y", _("take them up; {key} takes them back").format(key=screen.key_of("undo"))),
    )
    screen.ask(Ask(question, answers, unasked=True), take)


def _program(left: Recovered) -> str:
    """Which program it was, for whoever has several running; "" where an earlier version has not told."""
    if not left.process:
        return ""
    return " " + _("(process {process} on {host})").format(process=left.process, host=left.host)


def _take_up(screen: Desk, path: Path, left: Recovered) -> None:
    """Do the edits of an earlier sitting as one; with what the file says otherwise since then."""
    history = screen.state.history
    try:
        document = parse(left.text, name=str(path), folder=path.parent)
        if left.base != history.document.text:
            from transition_planner.tui.file.meeting import meeting  # noqa: PLC0415  # merging: only when it happens

            document = meeting(left.base, document, history.document).document or document
        noted = screen.change(screen.state.reading(history.recovered(document)), _("taken up again"))
    except (PlanFileError, NoWorkingTime, ValueError) as error:
        try:
            kept = set_aside(left.journal)
        except OSError as refused:
            screen.warn(str(refused))
        else:
            screen.warn(_("not taken up, but kept in {file}: {reason}").format(file=kept.name, reason=error))
    else:
        if noted:
            _remove(screen, left.journal)


def _remove(screen: Desk, journal: Path) -> None:
    try:
        journal.unlink(missing_ok=True)
    except OSError as error:
        screen.warn(_("the crash journal cannot be deleted: {reason}").format(reason=error.strerror))


def _save_and(screen: Desk, then: Callable[[], None], *, even_if_changed: bool = False) -> None:
    """Write the plan to its file, asking where that has changed meanwhile; what is to follow only if it is written."""
    try:
        _write(screen, even_if_changed=even_if_changed)
    except ChangedOnDisk as changed:
        _ask_what_counts(screen, changed, then)
    except SaveFailed as failed:
        from transition_planner.tui.commands.elsewhere import (  # noqa: PLC0415  # the prompt: 2 ms of each start
            offer_another_file,
        )

        offer_another_file(screen, failed, then)
    else:
        then()


def _ask_what_counts(screen: Desk, changed: ChangedOnDisk, then: Callable[[], None]) -> None:
    def take(answer: str) -> None:
        if answer == "m":
            take_over(screen, lambda: _save_and(screen, then))
        elif answer == "r":
            _read_again(screen)
        elif answer == "o":
            _save_and(screen, then, even_if_changed=True)

    answers = [
        Answer("m", _("merge it with the plan as it is here, and save both")),
        Answer(
            "r",
            _("read it again; {key} brings back the plan as it is here").format(key=screen.key_of("undo")),
        ),
        Answer("o", _("overwrite it with the plan as it is here")),
        Answer("c", _("do nothing")),
    ]
    screen.ask(Ask(str(changed), answers[2 if changed.gone else 0 :]), take)


def _write(screen: Desk, *, even_if_changed: bool) -> None:
    """Write the plan to its file.

    Raises:
        ChangedOnDisk: if somebody else has written there, unless that is to be overwritten.
        SaveFailed: if the system refuses.
    """
    history = screen.state.history
    document = save_document(history.document, even_if_changed=even_if_changed)
    screen.show(screen.state.reading(history.with_saved(document)))
    screen.forget_journal()
    screen.say(_("saved"))


def _read_again(screen: Desk) -> None:
    """Show what the file says now. What was here is one undo away: nothing is lost."""
    path = screen.state.history.document.path
    try:
        if path is not None:
            read_again(screen, load(path))
    except PlanFileError as error:
        screen.warn(_("not read: {reason}").format(reason=error))


def filing_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command(
            "save",
            ("s", "ctrl+s"),
            _("Save"),
            _("Write the plan to its file."),
            save,
            edits=True,
            footer=True,
        ),
        Command(
            "quit",
            ("q", "ctrl+q"),
            _("Quit"),
            _("Leave; asks only when something is not saved."),
            quit_,
            footer=True,
        ),
    )
