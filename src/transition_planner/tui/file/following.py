"""Following the plan's file: what another program writes there is shown, and nothing of either side is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, ngettext
from transition_planner.planfile.document import digest_of
from transition_planner.planfile.loading import PlanFileError, load
from transition_planner.tui.dialogs.ask import Answer, Ask
from transition_planner.tui.state.change import change
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from transition_planner.planfile.document import Document
    from transition_planner.tui.desk import Desk
    from transition_planner.tui.file.meeting import Meeting

_MOST = 6
"""Conflicts told."""
_MOST_TITLES = 2
"""Tasks told in the notice's one line."""

_Stamp = tuple[tuple[int, int, int] | None, ...]
"""What tells without reading whether files were written: inode, size, time; None for a file that is not there."""


class Follower:
    """Looks from time to time whether the plan's file, or its register, has been written by another program."""

    def __init__(self, screen: Desk) -> None:
        self._screen = screen
        self._seen = self._stamp()

    def look(self) -> None:
        """Take over what was written. While a dialog is open it waits: that is about the plan as it was."""
        screen = self._screen
        if not screen.in_front or self._seen == (stamp := self._stamp()):
            return
        self._seen = stamp
        document = screen.state.history.document
        if document.path is None:
            return
        if stamp[0] is None:
            screen.warn(_("{file} is gone: saving writes it again").format(file=document.path))
        elif not _known(document):
            take_over(screen)

    def _stamp(self) -> _Stamp:
        document = self._screen.state.history.document
        if document.path is None:
            return ()
        register = document.plan.register_
        paths = [document.path, *([document.path.parent / register] if register else [])]
        return tuple(map(_stamp_of, paths))


def take_over(screen: Desk, then: Callable[[], None] = lambda: None) -> None:
    """Show what the file says now; with edits that are not saved, both together, or ask.

    Args:
        screen: Where it is shown.
        then: What follows once the file's edits are among ours.
    """
    history = screen.state.history
    if history.document.path is None:
        return
    try:
        theirs = load(history.document.path)
    except PlanFileError as error:
        told = _("the file was changed, but cannot be read: {reason}; the plan here stays as it is")
        screen.warn(told.format(reason=error))
        return
    if not history.changed:
        _show(screen, theirs, theirs, _("read from the file"), _("read again: the file was changed"))
        return
    from transition_planner.tui.file.clashes import named  # noqa: PLC0415  # merging: only when it happens
    from transition_planner.tui.file.meeting import meeting, touched  # noqa: PLC0415  # as above

    met = meeting(history.saved, history.document, theirs)
    if met.document is None or met.conflicts:
        _ask(screen, met, then)
        return
    ids = touched(history.saved, theirs)
    plans = (theirs.plan, history.document.plan)
    titles = [named(id_, plans) for id_ in ids[:_MOST_TITLES]]
    said = ngettext(
        "merged with what the file has: {tasks}; {key} takes that back",
        "merged with {count} tasks that the file has otherwise: {tasks}; {key} takes that back",
        len(ids),
    ).format(
        count=len(ids),
        tasks=", ".join(titles) + ("…" if len(ids) > len(titles) else "") or _("no task"),
        key=screen.key_of("undo"),
    )
    if _show(screen, theirs, met.document, _("merge with the file"), said):
        then()


def read_again(screen: Desk, theirs: Document) -> None:
    """Show what the file says; what was here is one undo away."""
    said = _("read again; {key} brings back the plan as it was here").format(key=screen.key_of("undo"))
    _show(screen, theirs, theirs, _("read from the file"), said)


def _ask(screen: Desk, met: Meeting, then: Callable[[], None]) -> None:
    """Show what both sides changed and ask whose counts."""

    def take(answer: str) -> None:
        document = {"m": met.document, "t": met.with_theirs}.get(answer)
        if document is not None:
            said = _("merged; {key} takes that back").format(key=screen.key_of("undo"))
            if _show(screen, met.theirs, document, _("merge with the file"), said):
                then()
        elif answer == "r":
            read_again(screen, met.theirs)

    question = _("The file was changed by another program, and here are edits that are not saved.")
    if met.document is not None:
        from transition_planner.tui.file.clashes import told  # noqa: PLC0415  # as above

        plans = (screen.state.history.document.plan, met.theirs.plan)
        lines = [f"· {told(each, plans)}" for each in met.conflicts[:_MOST]]
        more = len(met.conflicts) - len(lines)
        if more:
            lines.append(ngettext("· and {count} more", "· and {count} more", more).format(count=more))
        question += " " + _("Both changed:") + "\n\n" + "\n".join(lines) + "\n"
    answers = [
        Answer("m", _("put both together; where both changed the same, what is here counts")),
        Answer("t", _("put both together; where both changed the same, the file counts")),
        Answer("r", _("take the file; {key} brings back what is here").format(key=screen.key_of("undo"))),
        Answer("n", _("nothing now: it is asked again before saving")),
    ]
    able = [met.document is not None, met.with_theirs is not None, True, True]
    able_answers = [each for each, can in zip(answers, able, strict=True) if can]
    screen.ask(Ask(question, able_answers, unasked=True), take)


def _show(screen: Desk, theirs: Document, here: Document, label: str, said: str) -> bool:
    """Let the file be known, and a text stand here as one more edit; whether that can be."""
    before = screen.state
    try:
        state = before.met(theirs, here, label)
    except (NoWorkingTime, ValueError) as error:
        screen.warn(_("not read: {reason}").format(reason=error))
        return False
    screen.show(state)
    screen.note_anew()
    screen.say("; ".join((said, change(before.schedule, state.schedule))))
    return True


def _known(document: Document) -> bool:
    """Whether file and register say what the document says they do."""
    if document.path is None:
        return True
    register = document.plan.register_
    try:
        same = digest_of(document.path.read_bytes()) == document.digest
        if register is None or document.register_text is None:
            return same
        return same and (document.path.parent / register).read_text("utf-8") == document.register_text
    except (OSError, UnicodeDecodeError):
        return False


def _stamp_of(path: Path) -> tuple[int, int, int] | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns
