"""A schedule's dates as the bytes of one iCalendar file.

Nothing in it comes from the clock, the machine or the library's version: DTSTAMP and LAST-MODIFIED come from the
ledger, and without one are midnight UTC of the plan's status date, and of its start where it has none. There is no
METHOD, so that a server may keep the events, and no UID of the calendar itself, which readers of feeds take for an
event.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from icalendar import Calendar

from transition_planner.export.ics.caldays import calendar_days
from transition_planner.export.ics.component import (
    DECISIONS_AND_TASKS,
    alarm,
    cancelled,
    event,
    journal,
    todo,
)
from transition_planner.export.ics.gone import gone
from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.relations import links, relations
from transition_planner.export.ics.revision import Revision
from transition_planner.export.ics.text import PlanText
from transition_planner.locales import speaking
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from uuid import UUID

    from icalendar import Component, Event

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ics.occasion import Occasion
    from transition_planner.export.ics.selection import Selection
    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.schedule import Schedule

PRODUCT = "-//transition-planner//Dates of a plan//EN"
REFRESH = "PT6H"
"""How often a subscriber should look for changes, where its program asks the file at all."""
COLOUR = "steelblue"
COLOUR_OF_APPLE = "#4682B4"
"""The same in the only form that Apple's programs read."""


def calendar(
    schedule: Schedule,
    selection: Selection,
    language: Language,
    ledger: Ledger | None = None,
    laws: Laws = NO_LAWS,
) -> bytes:
    """The file, sorted by UID, in UTF-8 with CRLF, folded at 75 octets.

    Args:
        schedule: Its dates.
        selection: Which of them.
        language: Of the texts.
        ledger: Advanced to this schedule, see `advance`; without one each entry is told as it first was.
        laws: Those that bind its tasks, the same that the ledger was advanced with.
    """
    entries = ledger.entries if ledger else {}
    with speaking(language):
        components = [
            *_chosen(schedule, selection, ledger, laws),
            *(
                cancelled(schedule.plan.id, occasion, entries[occasion.item].revision)
                for occasion in gone(entries, language)
                if selection.wants(occasion)
            ),
        ]
    file = _file(schedule.plan, schedule.outline.model, language)
    file.add("LAST-MODIFIED", (ledger and ledger.changed) or _unchanged(schedule.plan).changed)
    for component in sorted(components, key=lambda each: str(each["UID"])):
        file.add_component(component)
    data: bytes = file.to_ical()
    return data


def objects(
    schedule: Schedule, selection: Selection, language: Language, ledger: Ledger, laws: Laws = NO_LAWS
) -> Mapping[str, bytes]:
    """The entries as a calendar server keeps them: each in a file of its own, by UID; nothing that is cancelled."""
    made = {}
    with speaking(language):
        for component in _chosen(schedule, selection, ledger, laws):
            file = Calendar()
            file.add("PRODID", PlanText(PRODUCT))
            file.add("VERSION", "2.0")
            file.add_component(component)
            made[str(component["UID"])] = file.to_ical()
    return made


def _chosen(
    schedule: Schedule, selection: Selection, ledger: Ledger | None, laws: Laws
) -> Iterator[Component]:
    """The entries that are asked for, in the language spoken now."""
    entries, unchanged = ledger.entries if ledger else {}, _unchanged(schedule.plan)
    allowed = [
        replace(each, uid=entries[each.item].uid) if each.item in entries else each
        for each in _all(schedule, selection, laws)
        if selection.allows(each)
    ]
    uids = {each.row: each.uid for each in allowed if each.row is not None and selection.wants(each)}
    for each in allowed:
        revision = entries[each.item].revision if each.item in entries else unchanged
        yield from _components(schedule, each, selection, uids, revision)


def _unchanged(plan: Plan) -> Revision:
    """How entries are told where no ledger says more."""
    day = plan.status_date or plan.start
    return Revision(0, datetime(day.year, day.month, day.day, tzinfo=UTC))


def _all(schedule: Schedule, selection: Selection, laws: Laws) -> tuple[Occasion, ...]:
    """All occasions; the calendars' days only where they are asked for: looking through years takes time."""
    if selection.kinds.isdisjoint({Kind.WINDOWS, Kind.CLOSURES}):
        return occasions(schedule, laws)
    return (*occasions(schedule, laws), *calendar_days(schedule))


def _components(
    schedule: Schedule,
    occasion: Occasion,
    selection: Selection,
    uids: Mapping[int, UUID],
    revision: Revision,
) -> Iterator[Component]:
    plan, row = schedule.plan.id, occasion.row
    if selection.wants(occasion):
        yield _event(schedule, occasion, selection, uids, revision)
    if row is None:
        return
    if selection.todos and occasion.kind in DECISIONS_AND_TASKS:
        yield todo(plan, occasion, schedule.outline.tasks[row], revision)
    if selection.journals and occasion.kind is Kind.DECISIONS:
        yield journal(plan, occasion, revision, done=schedule.done(row))


def _event(
    schedule: Schedule,
    occasion: Occasion,
    selection: Selection,
    uids: Mapping[int, UUID],
    revision: Revision,
) -> Event:
    plan, row = schedule.plan.id, occasion.row
    made = event(plan, occasion, revision)
    if row is not None:
        for uid, parameters in sorted(relations(schedule, row, uids), key=str):
            made.add("RELATED-TO", str(uid), parameters=parameters)
        for link in links(schedule, row):
            made.add("X-TRANSITION-PLANNER-LINK", PlanText(link))
    if occasion.kind in selection.alarms:
        for days in occasion.kind.reminders:
            made.add_component(alarm(plan, occasion, days))
    return made


def _file(plan: Plan, model: str | None, language: Language) -> Calendar:
    """The calendar without its entries."""
    file = Calendar()
    file.add("PRODID", PlanText(PRODUCT))
    file.add("VERSION", "2.0")
    for name in ("NAME", "X-WR-CALNAME"):
        file.add(name, PlanText(_name(plan, model, language)))
    summary = in_language(plan.summary, language)
    if summary:
        file.add("DESCRIPTION", PlanText(summary))
    file.add("COLOR", COLOUR)
    file.add("X-APPLE-CALENDAR-COLOR", COLOUR_OF_APPLE)
    file.add("REFRESH-INTERVAL", PlanText(REFRESH), parameters={"VALUE": "DURATION"})
    file.add("X-PUBLISHED-TTL", REFRESH)
    return file


def _name(plan: Plan, model: str | None, language: Language) -> str:
    title = in_language(plan.title, language)
    if model is None:
        return title
    return f"{title} ({in_language(plan.models[model].title, language) or model})"
