"""A schedule's dates as the bytes of one iCalendar file.

Nothing in it comes from the clock, the machine or the library's version: DTSTAMP and LAST-MODIFIED are
midnight UTC of the plan's status date, and of its start where it has none. There is no METHOD, so that a
server may keep the events, and no UID of the calendar itself, which readers of feeds take for an event.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.text import PlanText
from transition_planner.locales import speaking
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from uuid import UUID

    from transition_planner.export.ics.kind import Kind
    from transition_planner.export.ics.occasion import Occasion
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.schedule import Schedule

PRODUCT = "-//transition-planner//Dates of a plan//EN"
REFRESH = "PT6H"
"""How often a subscriber should look for changes, where its program asks the file at all."""


def calendar(schedule: Schedule, kinds: frozenset[Kind], language: Language) -> bytes:
    """The file, sorted by UID, in UTF-8 with CRLF, folded at 75 octets."""
    plan = schedule.plan
    day = plan.status_date or plan.start
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with speaking(language):
        dates = sorted(occasions(schedule, kinds), key=lambda occasion: str(occasion.uid))
        events = [_event(plan.id, occasion, stamp) for occasion in dates]
    file = Calendar()
    file.add("PRODID", PlanText(PRODUCT))
    file.add("VERSION", "2.0")
    for name in ("NAME", "X-WR-CALNAME"):
        file.add(name, PlanText(_name(plan, schedule.outline.model, language)))
    file.add("REFRESH-INTERVAL", PlanText(REFRESH), parameters={"VALUE": "DURATION"})
    file.add("X-PUBLISHED-TTL", REFRESH)
    for event in events:
        file.add_component(event)
    data: bytes = file.to_ical()
    return data


def _name(plan: Plan, model: str | None, language: Language) -> str:
    title = in_language(plan.title, language)
    if model is None:
        return title
    return f"{title} ({in_language(plan.models[model].title, language) or model})"


def _event(plan: UUID, occasion: Occasion, stamp: datetime) -> Event:
    event = Event()
    event.add("UID", str(occasion.uid))
    event.add("DTSTAMP", stamp)
    event.add("LAST-MODIFIED", stamp)
    event.add("SEQUENCE", 0)
    event.add("DTSTART", occasion.first)
    event.add("DTEND", occasion.last + timedelta(days=1))
    event.add("SUMMARY", PlanText(occasion.title))
    event.add("DESCRIPTION", PlanText(occasion.description))
    event.add("CATEGORIES", [occasion.kind.category, *([occasion.side] if occasion.side else [])])
    event.add("TRANSP", "TRANSPARENT")
    event.add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    event.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    event.add("X-TRANSITION-PLANNER-PLAN", str(plan))
    event.add("X-TRANSITION-PLANNER-ID", occasion.task)
    return event
