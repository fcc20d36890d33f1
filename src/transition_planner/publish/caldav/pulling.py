"""How far people say in their to-dos that tasks are: what the plan could take over from a server."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from transition_planner.export.ics.component import DECISIONS_AND_TASKS, form_uid
from transition_planner.export.ics.occasion import occasions
from transition_planner.planfile.edits import SetField
from transition_planner.publish.caldav.collection import find_collection
from transition_planner.publish.caldav.progress import of_task, of_todo
from transition_planner.publish.caldav.sameness import is_ours, mark, mark_but_for_progress
from transition_planner.publish.caldav.state import NAME, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.planfile.edits import Edit
    from transition_planner.publish.caldav.answer import Answer
    from transition_planner.publish.caldav.collection import Collection
    from transition_planner.publish.caldav.connection import Connection
    from transition_planner.publish.caldav.progress import Progress
    from transition_planner.publish.caldav.state import Sent
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Report:
    """What a to-do says of a task, other than the plan."""

    task: str
    plan: Progress
    server: Progress
    contested: bool
    """Whether the plan says something else too than when it was published last: nobody knows who is right."""
    uid: str
    known: Sent | None
    """What is known of the object once the plan has taken over what it says; None where others changed more of it,
    which publishing tells."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What the plan would say then."""
        if self.server.day is not None:
            return (SetField(self.task, "finished", self.server.day.isoformat()),)
        share = f"{self.server.percent}%" if self.server.percent else None
        undone = (SetField(self.task, "finished", None),) if self.plan.day else ()
        return (*undone, SetField(self.task, "done", share))


@dataclass(frozen=True, slots=True)
class Pulled:
    """All reports from a collection."""

    path: str
    """Of the collection on the server."""
    reports: tuple[Report, ...]
    state: State

    def taken(self, report: Report) -> None:
        """Remember that the plan has taken over a report: what the person ticked is no conflict any more.

        Raises:
            OSError: if the system refuses.
        """
        if report.known is not None:
            self.state.note(report.uid, report.known)


@dataclass(frozen=True, slots=True)
class Pulling:
    """The plan beside the to-dos that were made of it."""

    schedule: Schedule
    ledger: Ledger
    """Advanced to the schedule: by it renamed tasks have their to-dos."""

    def pull(self, connection: Connection, plan_file: Path) -> Pulled:
        """Look at the to-dos that others have changed; nothing is written.

        Raises:
            ServerTrouble: if the server cannot be used.
        """
        collection, is_there = find_collection(connection, self.schedule.plan.id)
        state = State(plan_file.with_name(NAME), str(connection.url.join(collection.path)))
        reports = tuple(self._reports(collection, state.sent)) if is_there else ()
        return Pulled(collection.path, reports, state)

    def _reports(self, collection: Collection, sent: Mapping[str, Sent]) -> Iterator[Report]:
        plan = str(self.schedule.plan.id)
        there = collection.listing()
        for uid, task in self._tasks().items():
            before = sent.get(uid)
            path = before.path if before else f"{collection.path}{uid}.ics"
            etag = there.get(path)
            if etag is not None and (before is None or before.etag != etag):
                found = collection.get(path)
                if found.is_fine and is_ours(found.content, plan, uid):
                    yield from self._report(task, uid, found, before)

    def _tasks(self) -> Mapping[str, str]:
        """The tasks by the UIDs of their to-dos."""
        plan, entries = self.schedule.plan.id, self.ledger.entries
        return {
            str(form_uid(plan, entries[each.item].uid, "todo")): each.name
            for each in occasions(self.schedule)
            if each.row is not None and each.kind in DECISIONS_AND_TASKS
        }

    def _report(self, task: str, uid: str, found: Answer, before: Sent | None) -> Iterator[Report]:
        outline = self.schedule.outline
        plan = of_task(outline.tasks[outline.row[task]])
        server = of_todo(found.content, ZoneInfo(self.schedule.plan.timezone))
        last = before.percent if before else None
        if server is None or server.percent in {plan.percent, last}:
            return
        if last is None and server.percent < plan.percent:
            return  # it may be what an earlier run left there, of which nothing is known any more
        known = None
        if before is not None and mark_but_for_progress(found.content) == before.rest:
            form = mark(found.content)
            known = replace(before, etag=found.etag, forms=(form,), sending=False, percent=server.percent)
        yield Report(task, plan, server, contested=last not in {None, plan.percent}, uid=uid, known=known)
