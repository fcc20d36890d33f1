"""Moments and durations as iCalendar writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from transition_planner.locales import _
from transition_planner.planfile.datefiles.dated import DateFileError

if TYPE_CHECKING:
    from datetime import tzinfo

    from transition_planner.planfile.datefiles.contentlines import ContentLine

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?")
_DURATION = re.compile(r"\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_LAST_SECOND = 59
_MOST = 1_000_000
"""Of each part of a duration, which Python can still add up; it is far too long already."""


def moment(value: str, line: ContentLine) -> date | datetime:
    """A day; or a moment, without a zone where it is that of whoever reads, or one that nobody knows.

    Raises:
        DateFileError: if the value is neither.
    """
    match = _MOMENT.fullmatch(value)
    told = _told(match, line) if match else None
    if told is None:
        raise DateFileError(
            _("{value} is no day or moment of iCalendar").format(value=repr(value)), line.offset
        )
    return told


def duration(line: ContentLine) -> timedelta:
    """A duration that is not negative.

    Raises:
        DateFileError: if the value is none.
    """
    match = _DURATION.fullmatch(line.value)
    if match is None or not any(match.groups()):
        raise DateFileError(
            _("{value} is no duration of iCalendar").format(value=repr(line.value)), line.offset
        )
    weeks, days, hours, minutes, seconds = (min(int(each or 0), _MOST) for each in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)


def _told(match: re.Match[str], line: ContentLine) -> date | datetime | None:
    """What the parts of a moment tell; None where that is not in the calendar."""
    year, month, day, hour, minute, second = (int(each or 0) for each in match.groups()[:6])
    zone = UTC if match[7] else _zone(line.parameters.get("TZID"))
    try:
        if match[4] is None:
            return date(year, month, day)
        # A leap second is none that Python has.
        return datetime(year, month, day, hour, minute, min(second, _LAST_SECOND), tzinfo=zone)
    except ValueError:
        return None


def _zone(name: str | None) -> tzinfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None  # a name of Microsoft's, say: its clock has the day all the same
