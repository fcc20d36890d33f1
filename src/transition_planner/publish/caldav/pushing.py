"""The steps taken on the server, one after the other; each is noted before and after it is sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.publish.caldav.sameness import mark, mark_but_for_progress, percent
from transition_planner.publish.caldav.saved import save_form
from transition_planner.publish.caldav.state import Sent
from transition_planner.publish.caldav.step import Action

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from transition_planner.publish.caldav.answer import Answer
    from transition_planner.publish.caldav.collection import Collection
    from transition_planner.publish.caldav.state import State
    from transition_planner.publish.caldav.step import Step

_MISSING = frozenset({404, 410})
_TAKEN = 409
"""Radicale's word where another object has the UID, and others' where something is already there."""
_CHANGED = 412


@dataclass(frozen=True, slots=True)
class Pushing:
    """The plan's objects on their way to the server."""

    wanted: Mapping[str, bytes]
    """By UID."""
    collection: Collection
    state: State
    """What was sent, which is kept up to date."""
    saved: Path
    """The folder for forms of others before they are written over."""

    def take(self, steps: Iterable[Step]) -> Iterator[Step]:
        """Take the steps; gives each as it came out.

        It is a conflict where somebody was there in the meantime, and refused where the server does not take it: the
        other steps are taken all the same.

        Raises:
            ServerTrouble: if the server cannot be reached.
        """
        for step in steps:
            match step.action:
                case Action.CREATE | Action.CHANGE:
                    yield self._put(step) if self._kept(step) else replace(step, action=Action.CONFLICT)
                case Action.DELETE:
                    yield self._delete(step) if self._kept(step) else replace(step, action=Action.CONFLICT)
                case Action.ADOPT:
                    self._note(step, step.etag)
                    yield step
                case Action.FORGET:
                    self.state.note(step.uid, None)
                case Action.CONFLICT | Action.GONE | Action.REFUSED:
                    yield step

    def _kept(self, step: Step) -> bool:
        """Whether nothing of others is lost by the step; their form is saved where there is one."""
        if not step.keep:
            return True
        found = self.collection.get(step.path)
        if not found.is_fine or found.etag not in {None, step.etag}:
            return False
        save_form(self.saved, step.uid, found.content)
        return True

    def _put(self, step: Step) -> Step:
        data = self.wanted[step.uid]
        form, before = mark(data), self.state.sent.get(step.uid)
        forms = (*(before.forms if before else ()), form)
        self.state.note(step.uid, Sent(step.path, step.etag, tuple(dict.fromkeys(forms)), sending=True))
        answer = self.collection.put(step.path, data, step.etag)
        if answer.is_fine and answer.etag is not None:
            self._note(step, answer.etag)
            return step
        if not answer.is_fine and answer.status not in {_TAKEN, _CHANGED, *_MISSING}:
            self.state.note(step.uid, before)
            return _refused(step, answer)
        # The answer does not tell what is there: it names no ETag, or the request was sent twice as its first answer
        # was lost, and then it is ours that stands in the way.
        found = self.collection.get(step.path)
        if found.is_fine and mark(found.content) == form:
            self._note(step, found.etag)
            return step
        if answer.is_fine:
            # Somebody was faster than the second look, or the server writes otherwise: the next run looks again.
            return replace(step, action=Action.CONFLICT)
        self.state.note(step.uid, before)
        if found.is_fine:
            return replace(step, action=Action.CONFLICT)
        return _refused(step, answer) if step.etag is None else replace(step, action=Action.GONE)

    def _note(self, step: Step, etag: str | None) -> None:
        """Remember that the server has the object as it is wanted."""
        data = self.wanted[step.uid]
        share = percent(data)
        rest = "" if share is None else mark_but_for_progress(data)
        self.state.note(step.uid, Sent(step.path, etag, (mark(data),), percent=share, rest=rest))

    def _delete(self, step: Step) -> Step:
        answer = self.collection.delete(step.path, step.etag or "")
        if answer.status == _CHANGED:
            return replace(step, action=Action.CONFLICT)
        if not answer.is_fine and answer.status not in _MISSING:
            return _refused(step, answer)
        self.state.note(step.uid, None)
        return step


def _refused(step: Step, answer: Answer) -> Step:
    return replace(step, action=Action.REFUSED, why=_why(answer.status))


def _why(status: int) -> str:
    reasons = {
        400: _("it finds a mistake in it"),
        403: _("it does not allow it"),
        409: _("another entry stands in its way"),
        413: _("it is too large"),
        415: _("it takes no such entries"),
        507: _("it has no room left"),
    }
    return (
        _("{reason} ({status})").format(reason=reasons[status], status=status)
        if status in reasons
        else str(status)
    )
