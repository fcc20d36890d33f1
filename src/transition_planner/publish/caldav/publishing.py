"""One run of publishing: the plan's objects, the collection, the steps between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.export.ics.calendar import objects
from transition_planner.export.ics.selection import Selection
from transition_planner.plan.text import in_language
from transition_planner.publish.caldav.collection import find_collection, make_collection
from transition_planner.publish.caldav.comparing import compare
from transition_planner.publish.caldav.pushing import push
from transition_planner.publish.caldav.state import NAME, State
from transition_planner.publish.caldav.step import Action

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.publish.caldav.connection import Connection
    from transition_planner.publish.caldav.step import Step
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Publishing:
    """What is to be published, and how far it may go."""

    schedule: Schedule
    ledger: Ledger
    """Advanced to the schedule."""
    language: Language
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
    wanted = objects(publishing.schedule, selection, publishing.language, ledger)
    collection, is_there = find_collection(connection, plan.id)
    state = State(plan_file.with_name(NAME), str(connection.url.join(collection.path)))
    if not is_there and not publishing.dry_run:
        make_collection(collection, in_language(plan.title, publishing.language))
        for uid in list(state.sent):  # somebody deleted the whole collection, and asks for it again
            state.note(uid, None)
    steps = compare(
        wanted,
        state.sent if is_there else {},
        collection.listing() if is_there else {},
        lambda path: collection.get(path).content,
        plan=str(plan.id),
        folder=collection.path,
        plan_wins=publishing.plan_wins,
        restore=publishing.restore,
    )
    if publishing.dry_run:
        done = tuple(step for step in steps if step.action is not Action.FORGET)
    else:
        done = tuple(push(tuple(steps), wanted, collection, state, plan_file.with_name("caldav.saved")))
    titles = {
        str(entry.uid): in_language(dict(entry.content.titles), publishing.language)
        for entry in ledger.entries.values()
    }
    return Published(collection.path, done, titles)
