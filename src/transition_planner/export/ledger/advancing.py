"""The ledger brought in step with a schedule: a pure function, which asks neither clock nor disk."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from uuid import uuid5

from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.export.ledger.contents import contents
from transition_planner.export.ledger.entry import Entry
from transition_planner.export.ledger.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from uuid import UUID

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ledger.entry import Content
    from transition_planner.schedule.schedule import Schedule

KEPT = timedelta(days=60)
"""How long what has left the plan is told as cancelled."""

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def advance(schedule: Schedule, ledger: Ledger, revised: datetime, laws: Laws = NO_LAWS) -> Ledger:
    """The ledger after a schedule was sent.

    An entry that people see as another than before gets a higher SEQUENCE. Its number is the minute of the revision,
    counted from 2020, or the next one after its last: so a ledger that was lost and begun anew goes on above the
    numbers that calendars know.

    Args:
        schedule: What is sent.
        ledger: What was sent before.
        revised: When the plan was revised, in UTC.
        laws: Those that bind its tasks.
    """
    revised = revised.astimezone(UTC).replace(microsecond=0)
    wanted = contents(schedule, laws)
    known = _renamed(ledger.entries, wanted)
    taken = {entry.uid for entry in known.values()}
    entries: dict[str, Entry] = {}
    for item, content in wanted.items():
        entry = known.get(item)
        if entry is None:
            uid = _free_uid(schedule.plan.id, item, taken)
            taken.add(uid)
            entries[item] = Entry(uid, _minute(revised), revised, content)
        elif entry.cancelled or entry.content.digest != content.digest:
            entries[item] = _next(replace(entry, content=content, cancelled=False), revised)
        else:
            entries[item] = entry
    for item, entry in known.items():
        if item in wanted:
            continue
        if not entry.cancelled:
            entries[item] = _next(replace(entry, cancelled=True), revised)
        elif revised - entry.changed <= KEPT:
            entries[item] = entry
    return Ledger(entries, schedule.plan.id)


def _next(entry: Entry, revised: datetime) -> Entry:
    """The entry changed once more; its number and time rise whatever time the revision has."""
    return replace(
        entry,
        sequence=max(entry.sequence + 1, _minute(revised)),
        changed=max(entry.changed + timedelta(seconds=1), revised),
    )


def _minute(revised: datetime) -> int:
    return max(0, (revised - _EPOCH) // timedelta(minutes=1))


def _free_uid(plan: UUID, item: str, taken: Iterable[UUID]) -> UUID:
    """The item's own UID; another one where a task that once had its id took that away with it."""
    names = (item if number == 1 else f"{item}#{number}" for number in count(1))
    return next(uid for name in names if (uid := uuid5(plan, name)) not in taken)


def _renamed(entries: Mapping[str, Entry], wanted: Mapping[str, Content]) -> dict[str, Entry]:
    """The entries by the items that they are now.

    Of what is gone and what is new, those belong together that have the same titles and form, and nothing else gone
    or new has: a task with a new id, or a meeting on another day.
    """
    gone = _alone(
        {item: each.content for item, each in entries.items() if item not in wanted and not each.cancelled}
    )
    new = _alone({item: content for item, content in wanted.items() if item not in entries})
    renames = {gone[mark]: new[mark] for mark in gone.keys() & new.keys()}
    return {renames.get(item, item): entry for item, entry in entries.items()}


def _alone(items: Mapping[str, Content]) -> dict[tuple[str, ...], str]:
    """The items by form, calendar and titles, without those that share them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for item, content in items.items():
        form, name, *day = item.split(":")
        mark = (form, *([name] if day else []), *content.titles.values())
        found.setdefault(mark, []).append(item)
    return {mark: each[0] for mark, each in found.items() if len(each) == 1}
