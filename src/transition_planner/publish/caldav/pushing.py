"""The steps taken on the server, one after the other; each is noted before and after it is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.export.writing import write_whole
from transition_planner.locales import _
from transition_planner.publish.caldav.comparing import digest
from transition_planner.publish.caldav.sameness import same
from transition_planner.publish.caldav.state import Sent
from transition_planner.publish.caldav.step import Action
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from transition_planner.publish.caldav.collection import Collection
    from transition_planner.publish.caldav.state import State
    from transition_planner.publish.caldav.step import Step

_FINE = range(200, 300)
_ANOTHER_IS_THERE = (409, 412)
_MISSING = 404


def push(
    steps: Iterable[Step], wanted: Mapping[str, bytes], collection: Collection, state: State, saved: Path
) -> Iterator[Step]:
    """Take the steps; gives each as it came out: a conflict where somebody was there in the meantime.

    Args:
        steps: What to do.
        wanted: The plan's objects by UID.
        collection: Where.
        state: What was sent, which is kept up to date.
        saved: The folder for forms of others before they are written over.

    Raises:
        ServerTrouble: if the server cannot be reached, or refuses an object.
    """
    for step in steps:
        match step.action:
            case Action.CREATE | Action.CHANGE:
                if step.keep:
                    saved.mkdir(parents=True, exist_ok=True)
                    write_whole(saved / f"{step.uid}.ics", collection.get(step.path).content)
                yield _put(step, wanted[step.uid], collection, state)
            case Action.DELETE:
                yield _delete(step, collection, state)
            case Action.ADOPT:
                state.note(step.uid, Sent(step.path, step.etag, digest(wanted[step.uid])))
                yield step
            case Action.FORGET:
                state.note(step.uid, None)
            case Action.CONFLICT | Action.GONE:
                yield step


def _put(step: Step, data: bytes, collection: Collection, state: State) -> Step:
    before = state.sent.get(step.uid)
    state.note(step.uid, Sent(step.path, step.etag, digest(data), sending=True))
    answer = collection.put(step.path, data, step.etag)
    if answer.status_code in _ANOTHER_IS_THERE:
        # An answer may have been lost and the request sent twice: then it is ours that is there.
        found = collection.get(step.path)
        if found.status_code not in _FINE or not same(data, found.content):
            state.note(step.uid, before)
            return replace(step, action=Action.CONFLICT)
        answer = found
    elif answer.status_code not in _FINE:
        state.note(step.uid, before)
        raise ServerTrouble(
            _("{host} refuses {path} ({status}).").format(
                host=collection.connection.url.host, path=step.path, status=answer.status_code
            )
        )
    etag = answer.headers.get("etag") or collection.get(step.path).headers.get("etag")
    state.note(step.uid, Sent(step.path, etag, digest(data)))
    return step


def _delete(step: Step, collection: Collection, state: State) -> Step:
    answer = collection.delete(step.path, step.etag or "")
    if answer.status_code not in (*_FINE, _MISSING):
        return replace(step, action=Action.CONFLICT)
    state.note(step.uid, None)
    return step
