"""One event of an iCalendar file, as it is on each of its days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.datefiles.dated import Dated, DateFileError
from transition_planner.planfile.datefiles.icsmoment import duration, moment

if TYPE_CHECKING:
    from datetime import date, time, tzinfo

    from transition_planner.planfile.datefiles.contentlines import Component, ContentLine

_DAY = timedelta(days=1)
_LONGEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When an event is for the first time, and how long it takes."""

    first: date
    """By its own clock."""
    clock: time | None
    """When on that day; None for whole days."""
    zone: tzinfo | None
    """Of its clock; None for that of whoever reads."""
    length: timedelta

    def named(self, value: str, line: ContentLine) -> date | datetime:
        """One of its occurrences that another property names, by its own clock.

        Raises:
            DateFileError: if the value names none.
        """
        told = moment(value.partition("/")[0], line)
        if isinstance(told, datetime) and told.tzinfo is not None and self.zone is not None:
            return told.astimezone(self.zone)
        return told

    def day(self, value: str, line: ContentLine) -> date:
        """The day of such an occurrence.

        Raises:
            DateFileError: if the value names none.
        """
        return _day_of(self.named(value, line))

    def last_until(self, value: str, line: ContentLine) -> date:
        """The last day on which it can begin, where none of it begins after a moment.

        Raises:
            DateFileError: if the value is none.
        """
        until = self.named(value, line)
        early = isinstance(until, datetime) and self.clock is not None and until.time() < self.clock
        return _day_of(until) - (_DAY if early else timedelta())

    def on(self, day: date, zone: tzinfo, why: str) -> Dated:
        """Its days in a zone, where it begins on a day by its own clock."""
        if self.clock is None:
            return Dated(day, day + self.length - _DAY, why)
        begin = datetime.combine(day, self.clock, self.zone or zone)
        # What ends at midnight does not touch the day that begins there.
        end = begin.astimezone(UTC) + max(self.length - timedelta(seconds=1), timedelta())
        return Dated(begin.astimezone(zone).date(), end.astimezone(zone).date(), why, whole=False)


def occurrence(event: Component) -> Occurrence:
    """How an event is.

    Raises:
        DateFileError: if it does not tell.
    """
    line = event.one("DTSTART")
    if line is None:
        raise DateFileError(_("an entry has no DTSTART"), event.offset)
    start = moment(line.value, line)
    shortest = timedelta() if isinstance(start, datetime) else _DAY
    length = max(_length(event, start), shortest)
    if length > _LONGEST:
        raise DateFileError(_("an entry takes more than ten years"), event.offset)
    if isinstance(start, datetime):
        return Occurrence(start.date(), start.time(), start.tzinfo, length)
    return Occurrence(start, None, None, length)


def _length(event: Component, start: date | datetime) -> timedelta:
    end, lasting = event.one("DTEND"), event.one("DURATION")
    if end is None:
        return duration(lasting) if lasting else timedelta()
    stop = moment(end.value, end)
    if isinstance(stop, datetime) != isinstance(start, datetime):
        raise DateFileError(_("DTEND is of another kind than DTSTART"), end.offset)
    length = _absolute(stop) - _absolute(start)
    if length < timedelta():
        raise DateFileError(_("an entry ends before it begins"), end.offset)
    return length


def _absolute(told: date | datetime) -> datetime:
    """A moment that others can be taken from."""
    if isinstance(told, datetime):
        return told.astimezone(UTC) if told.tzinfo else told.replace(tzinfo=UTC)
    return datetime(told.year, told.month, told.day, tzinfo=UTC)


def _day_of(told: date | datetime) -> date:
    return told.date() if isinstance(told, datetime) else told
