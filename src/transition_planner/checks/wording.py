"""Dates, delays and lists as findings write them: dates as the plan's file does, whatever the language."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from transition_planner.locales import _, ngettext
from transition_planner.schedule.moments import start_of
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

T = TypeVar("T")

_MOST = 12
"""How many things a message lists."""


def written(moment: date) -> str:
    """`2027-06-18`, or `2027-06-18T12:00` where the plan gives a time of day."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def days_late(day: date, limit: date) -> str:
    """How many calendar days a day lies after a limit, in words."""
    days = (day - to_date(start_of(limit))).days
    if days <= 0:
        return _("hours late")
    return ngettext("{n} day late", "{n} days late", days).format(n=days)


def listed(things: Sequence[T], name: Callable[[T], str] = str) -> str:
    """The names of the first of some things, and how many more there are."""
    shown = ", ".join(map(name, things[:_MOST]))
    more = len(things) - _MOST
    return shown if more <= 0 else _("{things} and {n} more").format(things=shown, n=more)
