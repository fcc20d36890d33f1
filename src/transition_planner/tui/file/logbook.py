"""The crash journal of a sitting: each edit is noted beside the plan's file before anything else happens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.planfile.journal import Journal
from transition_planner.planfile.splice import between, inverse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from transition_planner.planfile.history import History
    from transition_planner.planfile.splice import Splice


class Logbook:
    """Notes the way from one history to the next; without a file it notes nothing."""

    def __init__(self, path: Path | None) -> None:
        self._journal = None if path is None else Journal(path)

    @property
    def journal(self) -> Path | None:
        """The journal's file, once there is one."""
        return None if self._journal is None else self._journal.path

    def note(self, before: History, after: History) -> None:
        """Note all edits, or undone edits, that lie between two histories.

        What cannot follow what was noted before, since that could not be written, has been taken away or is no way
        to it, is noted as a whole.

        Raises:
            OSError: if the system refuses.
        """
        if self._journal is None:
            return
        if (before.changed and not self._journal.usable) or not _one_way(before, after):
            self.begin_anew(after)
            return
        for splices in steps(before, after):
            self._journal.record(before.document, splices)

    def begin_anew(self, history: History) -> None:
        """Note only by what the plan differs from its file as it is known now.

        Raises:
            OSError: if the system refuses.
        """
        if self._journal is None:
            return
        if history.changed:
            known = replace(history.document, text=history.saved)
            self._journal.begin(known, (between(history.saved, history.document.text),))
        else:
            self._journal.discard()

    def let_go(self) -> None:
        """Leave the journal, if there is one, to the next sitting."""
        if self._journal is not None:
            self._journal.let_go()

    def discard(self) -> None:
        """Delete the journal: the edits are saved, or nobody wants them.

        Raises:
            OSError: if the system refuses.
        """
        if self._journal is not None:
            self._journal.discard()


def _one_way(before: History, after: History) -> bool:
    """Whether one history has the same edits behind it as the other, and some more."""
    shared = min(len(before.done), len(after.done))
    return shared == 0 or before.done[shared - 1] is after.done[shared - 1]


def steps(before: History, after: History) -> Iterator[Sequence[Splice]]:
    """What was done to the text, one edit after the other."""
    if len(after.done) >= len(before.done):
        for step in after.done[len(before.done) :]:
            yield step.splices
    else:
        for step in reversed(before.done[len(after.done) :]):
            yield inverse(step.splices)
