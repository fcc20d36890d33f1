"""How far a task is, as the plan and as a to-do on a server tell it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from transition_planner.planfile.datefiles.contentlines import components
from transition_planner.planfile.datefiles.dated import DateFileError
from transition_planner.planfile.datefiles.icsmoment import moment

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from transition_planner.plan.task import Task
    from transition_planner.planfile.datefiles.contentlines import Component

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """The share that is behind, and where that is the whole, the day on which it was done."""

    percent: int
    day: date | None = None


def of_task(task: Task) -> Progress:
    """What the plan says, as its to-do tells it."""
    if task.finished is None:
        return Progress(task.done or 0)
    return Progress(_WHOLE, _day(task.finished, UTC))


def of_todo(data: bytes, zone: tzinfo) -> Progress | None:
    """What an object on a server says, by days in a zone; None where it is no to-do that can be read.

    Programs differ in what they write of a task that is done: its status, its share, its moment, or all of it.
    """
    try:
        todo = next(components(data.decode("utf-8", "replace"), "VTODO"), None)
        return None if todo is None else _of(todo, zone)
    except DateFileError:
        return None


def _of(todo: Component, zone: tzinfo) -> Progress | None:
    status, share = todo.text("STATUS").upper(), todo.text("PERCENT-COMPLETE")
    if share and not (share.isdecimal() and int(share) <= _WHOLE):
        return None
    done = todo.one("COMPLETED")
    if status == "COMPLETED" or int(share or 0) == _WHOLE or (done is not None and not status):
        when = done or todo.one("LAST-MODIFIED") or todo.one("DTSTAMP")
        return Progress(_WHOLE, _day(moment(when.value, when), zone)) if when else None
    return Progress(int(share or 0))


def _day(told: date | datetime, zone: tzinfo) -> date:
    if not isinstance(told, datetime):
        return told
    return told.astimezone(zone).date() if told.tzinfo else told.date()
