"""The steps that bring a collection in step with the plan: nothing that others did there is undone unasked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.publish.caldav.sameness import component, is_ours, mark
from transition_planner.publish.caldav.step import Action, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from transition_planner.publish.caldav.state import Sent


@dataclass(frozen=True, slots=True)
class Server:
    """What is known of the collection before anything is written."""

    folder: str
    """Its path."""
    there: Mapping[str, str]
    """The ETags of its objects by path."""
    fetch: Callable[[str], bytes | None]
    """Gives the object of a path, None where it cannot be read; asked only where it is not as it was left."""
    components: frozenset[str] | None = None
    """The components that it takes, as `VEVENT`; None where it does not say."""


@dataclass(frozen=True, slots=True)
class Comparing:
    """The plan's objects beside the server's."""

    wanted: Mapping[str, bytes]
    """By UID."""
    sent: Mapping[str, Sent]
    """What was sent before, by UID."""
    server: Server
    plan: str
    """Its id."""
    plan_wins: bool = False
    """Whether the plan is written over what others changed."""
    restore: bool = False
    """Whether what others deleted is made anew."""

    def steps(self) -> Iterator[Step]:
        """The steps; none for what is as it should be."""
        for uid, data in self.wanted.items():
            before = self.sent.get(uid)
            path = before.path if before else f"{self.server.folder}{uid}.ics"
            step = self._wanted(uid, data, path, before)
            if step is not None:
                yield step
        for uid, before in self.sent.items():
            if uid not in self.wanted:
                yield self._unwanted(uid, before)

    def _wanted(self, uid: str, data: bytes, path: str, before: Sent | None) -> Step | None:
        kinds = self.server.components
        if kinds is not None and component(data) not in kinds:
            return Step(Action.REFUSED, uid, path, why=_untaken(component(data)))
        etag = self.server.there.get(path)
        if etag is None:
            lost = before is not None and before.etag is not None and not self.restore
            return Step(Action.GONE if lost else Action.CREATE, uid, path)
        if before is not None and etag == before.etag:
            due = before.sending or before.forms[-1] != mark(data)
            return Step(Action.CHANGE, uid, path, etag) if due else None
        found = self.server.fetch(path)
        if found is not None and mark(found) == mark(data):
            return Step(Action.ADOPT, uid, path, etag)
        return self._over(Step(Action.CHANGE, uid, path, etag), found, before)

    def _unwanted(self, uid: str, before: Sent) -> Step:
        """What has left the plan."""
        etag = self.server.there.get(before.path)
        if etag is None:
            return Step(Action.FORGET, uid, before.path)
        step = Step(Action.DELETE, uid, before.path, etag)
        return step if etag == before.etag else self._over(step, self.server.fetch(before.path), before)

    def _over(self, step: Step, found: bytes | None, before: Sent | None) -> Step:
        """The step where the server has another state than was noted: ours, whose answer was lost, or somebody's."""
        if found is not None and before is not None and mark(found) in before.forms:
            return step
        if found is not None and self.plan_wins and is_ours(found, self.plan, step.uid):
            return replace(step, keep=True)
        return replace(step, action=Action.CONFLICT)


def _untaken(name: str) -> str:
    if name == "VTODO":
        return _("the calendar takes no to-dos")
    return _("the calendar takes no events")
