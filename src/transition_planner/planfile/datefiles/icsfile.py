"""The days of an iCalendar file (RFC 5545)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from transition_planner.locales import _
from transition_planner.plan.recurrence import checked_recurrence, recurring_days
from transition_planner.planfile.datefiles.contentlines import components
from transition_planner.planfile.datefiles.dated import DateFileError
from transition_planner.planfile.datefiles.occurrence import occurrence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, tzinfo

    from transition_planner.planfile.datefiles.contentlines import Component, ContentLine
    from transition_planner.planfile.datefiles.dated import Dated, Horizon
    from transition_planner.planfile.datefiles.occurrence import Occurrence

MOST_EVENTS = 5_000
MOST_EXPANDED = 50_000
"""Days that all recurrences may have, those before the horizon too: 0.5 s."""

_UNTIL = re.compile(r";?UNTIL=([^;]*)", re.IGNORECASE)


def ics_dates(text: str, zone: tzinfo, horizon: Horizon) -> Iterator[Dated]:
    """The days of a file's events, of recurring ones with their exceptions, in no particular order.

    Args:
        text: The file.
        zone: The plan's time zone, by which a moment has its day.
        horizon: The days that are asked for.

    Raises:
        DateFileError: if it is no such file, or holds what cannot be told in days.
    """
    found = list(components(text, "VEVENT"))
    if len(found) > MOST_EVENTS:
        raise DateFileError(_("it has more than {number} entries").format(number=MOST_EVENTS))
    moved = _moved(found)
    left = MOST_EXPANDED
    for event in found:
        told = occurrence(event)
        for day in _days(event, told, moved, horizon):
            left -= 1
            if left < 0:
                raise DateFileError(
                    _("its entries recur on more than {number} days").format(number=MOST_EXPANDED),
                    event.offset,
                )
            if horizon.first - told.length <= day <= horizon.last:
                yield told.on(day, zone, event.text("SUMMARY"))


def _moved(found: Sequence[Component]) -> Mapping[str, Sequence[ContentLine]]:
    """Where recurring events are not as their rules say, by UID: other entries tell."""
    moved: dict[str, list[ContentLine]] = {}
    for event in found:
        line = event.one("RECURRENCE-ID")
        if line is not None:
            if "RANGE" in line.parameters:
                raise DateFileError(
                    _("an entry that moves all later ones cannot be read: write an entry for each"),
                    line.offset,
                )
            moved.setdefault(event.text("UID"), []).append(line)
    return moved


def _days(
    event: Component, told: Occurrence, moved: Mapping[str, Sequence[ContentLine]], horizon: Horizon
) -> Iterator[date]:
    """The days on which an event begins by its own clock, each once."""
    if event.text("STATUS").upper() == "CANCELLED":
        return
    if event.one("RECURRENCE-ID") is not None:
        yield told.first
        return
    passed = {told.day(line.value, line) for line in moved.get(event.text("UID"), ())}
    passed.update(told.day(value, line) for line in event.all("EXDATE") for value in line.value.split(","))
    for day in _repeats(event, told, horizon):
        if day not in passed:
            passed.add(day)
            yield day


def _repeats(event: Component, told: Occurrence, horizon: Horizon) -> Iterator[date]:
    """The days by start, rules and further dates."""
    yield told.first
    for line in event.all("RDATE"):
        yield from (told.day(value, line) for value in line.value.split(","))
    excluding = event.one("EXRULE")
    if excluding is not None:
        raise DateFileError(_("EXRULE cannot be read: write EXDATE"), excluding.offset)
    if told.first > horizon.last:
        return
    for line in event.all("RRULE"):
        until = _UNTIL.search(line.value)
        last = min(horizon.last, told.last_until(until[1], line)) if until else horizon.last
        yield from recurring_days(_rule(line), told.first, last)


def _rule(line: ContentLine) -> str:
    """The rule without its end, which may be of a kind that days cannot be compared with."""
    try:
        return checked_recurrence(_UNTIL.sub("", line.value).strip(";"))
    except PydanticCustomError as error:
        fields = error.context or {}
        raise DateFileError(_(str(fields["template"])).format(**fields), line.offset) from error
