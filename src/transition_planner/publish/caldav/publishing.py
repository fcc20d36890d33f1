"""One run of publishing: the plan's objects, the collection, the steps between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from transition_planner.export.ics.calendar import objects
from transition_planner.export.ics.component import form_uid
from transition_planner.export.ics.selection import Selection
from transition_planner.locales import _
from transition_planner.plan.text import in_language
from transition_planner.publish.caldav.collection import find_collection, make_collection
from transition_planner.publish.caldav.comparing import Comparing, Server
from transition_planner.publish.caldav.pushing import Pushing
from transition_planner.publish.caldav.saved import NAME as SAVED
from transition_planner.publish.caldav.standing import standing
from transition_planner.publish.caldav.state import NAME, State
from transition_planner.publish.caldav.step import Action
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.publish.caldav.collection import Collection
    from transition_planner.publish.caldav.connection import Connection
    from transition_planner.publish.caldav.standing import Standing
    from transition_planner.publish.caldav.step import Step
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is to be published, and how far it may go."""

    schedule: Schedule
    ledger: Ledger
    """Advanced to the schedule."""
    language: Language
    laws: Laws = field(default_factory=dict)
    todos: bool = False
    plan_wins: bool = False
    restore: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """How it came out."""

    path: str
    """Of the collection on the server."""
    steps: tuple[Step, ...]
    titles: dict[str, str]
    """What people call the objects, by UID."""
    standing: Standing
    """Before the steps were taken."""


def publish(publishing: Publishing, connection: Connection, plan_file: Path) -> Published:
    """Bring the plan's collection in step with it.

    Args:
        publishing: What.
        connection: Where.
        plan_file: The state and what others wrote are kept beside it.

    Raises:
        ServerTrouble: if the server cannot be used.
    """
    plan, ledger = publishing.schedule.plan, publishing.ledger
    selection = Selection(todos=publishing.todos)
    wanted = objects(publishing.schedule, selection, publishing.language, ledger, publishing.laws)
    collection, is_there = find_collection(connection, plan.id)
    state = State(plan_file.with_name(NAME), str(connection.url.join(collection.path)))
    if not is_there:
        if state.sent and not publishing.restore:
            raise ServerTrouble(
                _("The plan's calendar was deleted on {host}: --restore makes it anew.").format(
                    host=connection.url.host
                )
            )
        if not publishing.dry_run:
            make_collection(collection, in_language(plan.title, publishing.language))
            state.forget_all()
    server = _server(collection, is_there=is_there or not publishing.dry_run)
    ours = {f"{collection.path}{uid}.ics" for uid in wanted} | {each.path for each in state.sent.values()}
    comparing = Comparing(
        wanted,
        state.sent if is_there else {},
        server,
        plan=str(plan.id),
        plan_wins=publishing.plan_wins,
        restore=publishing.restore,
    )
    steps = tuple(comparing.steps())
    before = standing(wanted, steps, others=len(server.there.keys() - ours))
    if publishing.dry_run:
        done = tuple(step for step in steps if step.action is not Action.FORGET)
    else:
        done = tuple(Pushing(wanted, collection, state, plan_file.with_name(SAVED)).take(steps))
    return Published(collection.path, done, _titles(ledger, plan.id, publishing.language), before)


def _server(collection: Collection, *, is_there: bool) -> Server:
    if not is_there:
        return Server(collection.path, {}, lambda _path: None)

    def fetch(path: str) -> bytes | None:
        found = collection.get(path)
        return found.content if found.is_fine else None

    return Server(collection.path, collection.listing(), fetch, collection.components())


def _titles(ledger: Ledger, plan: UUID, language: Language) -> dict[str, str]:
    """What people call the objects, events and to-dos, by UID."""
    titles = {}
    for entry in ledger.entries.values():
        title = in_language(dict(entry.content.titles), language)
        for uid in (entry.uid, form_uid(plan, entry.uid, "todo")):
            titles[str(uid)] = title
    return titles
