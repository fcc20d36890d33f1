"""One occasion as the components of RFC 5545: an event, a to-do, a journal entry."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from icalendar import Alarm, Event, Journal, Todo

from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.text import PlanText

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from icalendar import Component

    from transition_planner.export.ics.occasion import Occasion
    from transition_planner.export.ics.revision import Revision
    from transition_planner.plan.task import Task

_WHOLE = 100
"""Percent."""
DECISIONS_AND_TASKS = frozenset({Kind.DECISIONS, Kind.TASKS})
"""What is work, and so may be a to-do."""


def event(plan: UUID, occasion: Occasion, revision: Revision) -> Event:
    """The event: whole days, which leave people free."""
    made = Event()
    _identify(made, plan, occasion, occasion.uid, revision)
    made.add("DTSTART", occasion.first)
    made.add("DTEND", occasion.last + timedelta(days=1))
    made.add("COLOR", occasion.kind.colour)
    made.add("TRANSP", "TRANSPARENT")
    made.add("X-MICROSOFT-CDO-ALLDAYEVENT", "TRUE")
    made.add("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    return made


def cancelled(plan: UUID, occasion: Occasion, revision: Revision) -> Event:
    """The event of what has left the plan: programs remove it or strike it out."""
    made = event(plan, occasion, revision)
    made.add("STATUS", "CANCELLED")
    return made


def todo(plan: UUID, occasion: Occasion, task: Task, revision: Revision) -> Todo:
    """The task as a to-do that is due on its last day, with its progress."""
    made = Todo()
    _identify(made, plan, occasion, form_uid(plan, occasion.uid, "todo"), revision)
    if occasion.first < occasion.last:  # DUE has to come after DTSTART
        made.add("DTSTART", occasion.first)
    made.add("DUE", occasion.last)
    percent, status, completed = progress_told(task)
    made.add("PERCENT-COMPLETE", percent)
    made.add("STATUS", status)
    if completed is not None:
        # Noon: the same day wherever the plan's readers are.
        made.add("COMPLETED", datetime.combine(completed, time(12), tzinfo=UTC))
    return made


def progress_told(task: Task) -> tuple[int, str, date | None]:
    """What a to-do tells of a task's progress: percent, status, and the day it was completed."""
    if task.finished is not None:
        done = task.finished
        return _WHOLE, "COMPLETED", done.date() if isinstance(done, datetime) else done
    percent = task.done or 0
    begun = percent > 0 or task.started is not None
    return percent, "COMPLETED" if percent == _WHOLE else "IN-PROCESS" if begun else "NEEDS-ACTION", None


def journal(plan: UUID, occasion: Occasion, revision: Revision, *, done: bool) -> Journal:
    """The decision as a journal entry: a draft until it is made."""
    made = Journal()
    _identify(made, plan, occasion, form_uid(plan, occasion.uid, "journal"), revision)
    made.add("DTSTART", occasion.first)
    made.add("STATUS", "FINAL" if done else "DRAFT")
    return made


def alarm(plan: UUID, occasion: Occasion, days: int) -> Alarm:
    """A reminder at nine in the morning, some days before the event's first day."""
    made = Alarm()
    made.add("UID", str(uuid5(plan, f"alarm:{occasion.uid}:{days}")))
    made.add("ACTION", "DISPLAY")
    made.add("DESCRIPTION", PlanText(occasion.title))
    # Fifteen hours before the midnight with which the day begins; nominal, so that summer time does not move it.
    made.add("TRIGGER", timedelta(days=-days, hours=9))
    return made


def form_uid(plan: UUID, event: UUID, form: str) -> UUID:
    """The UID of another form of an event: a collection refuses one UID in two forms."""
    return uuid5(plan, f"{form}:{event}")


def _identify(made: Component, plan: UUID, occasion: Occasion, uid: UUID, revision: Revision) -> None:
    made.add("UID", str(uid))
    made.add("DTSTAMP", revision.changed)
    made.add("LAST-MODIFIED", revision.changed)
    made.add("SEQUENCE", revision.sequence)
    made.add("SUMMARY", PlanText(occasion.title))
    made.add("DESCRIPTION", PlanText(occasion.description))
    made.add("CATEGORIES", [occasion.kind.category, *occasion.sides])
    made.add("X-TRANSITION-PLANNER-PLAN", str(plan))
    made.add("X-TRANSITION-PLANNER-ID", occasion.name)
