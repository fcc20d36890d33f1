"""The steps that bring a collection in step with the plan: nothing that others did there is undone unasked."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from transition_planner.publish.caldav.sameness import is_ours, same
from transition_planner.publish.caldav.step import Action, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from transition_planner.publish.caldav.state import Sent


def digest(data: bytes) -> str:
    """What tells the bytes that were sent from others."""
    return sha256(data).hexdigest()


def compare(
    wanted: Mapping[str, bytes],
    sent: Mapping[str, Sent],
    there: Mapping[str, str],
    fetch: Callable[[str], bytes],
    *,
    plan: str,
    folder: str,
    plan_wins: bool = False,
    restore: bool = False,
) -> Iterator[Step]:
    """The steps; none for what is as it should be.

    Args:
        wanted: The plan's objects by UID.
        sent: What was sent before, by UID.
        there: The ETags on the server by path.
        fetch: Gives the object of a path; asked only where it is not as it was left.
        plan: The plan's id.
        folder: The collection's path.
        plan_wins: Whether the plan is written over what others changed.
        restore: Whether what others deleted is made anew.
    """
    for uid, data in wanted.items():
        before = sent.get(uid)
        path = before.path if before else f"{folder}{uid}.ics"
        etag = there.get(path)
        if etag is None:
            lost = before is not None and not before.sending and not restore
            yield Step(Action.GONE if lost else Action.CREATE, uid, path)
        elif before is not None and etag == before.etag:
            if before.sending or before.digest != digest(data):
                yield Step(Action.CHANGE, uid, path, etag)
        else:
            found = fetch(path)
            if same(data, found):
                yield Step(Action.ADOPT, uid, path, etag)
            elif plan_wins and is_ours(found, plan, uid):
                yield Step(Action.CHANGE, uid, path, etag, keep=True)
            else:
                yield Step(Action.CONFLICT, uid, path, etag)
    yield from _unwanted(wanted, sent, there)


def _unwanted(
    wanted: Mapping[str, bytes], sent: Mapping[str, Sent], there: Mapping[str, str]
) -> Iterator[Step]:
    """The steps for what has left the plan."""
    for uid, before in sent.items():
        if uid in wanted:
            continue
        etag = there.get(before.path)
        if etag is None:
            yield Step(Action.FORGET, uid, before.path)
        elif etag == before.etag:
            yield Step(Action.DELETE, uid, before.path, etag)
        else:
            yield Step(Action.CONFLICT, uid, before.path, etag)
