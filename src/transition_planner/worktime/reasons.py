"""Why days have no work."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import chain
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.plan.text import in_language
from transition_planner.worktime.instant import date_of, day_number
from transition_planner.worktime.publicholidays import public_holidays

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from transition_planner.worktime.dayrules import DayRules
    from transition_planner.worktime.days import Expand
    from transition_planner.worktime.workcalendar import WorkCalendar

_SATURDAY = 5


class ReasonKind(IntEnum):
    """What takes a day's work away, what explains most first."""

    CLOSURE = 1
    WINDOW = 2
    """The calendar is a window and the day is not in it."""
    HOLIDAY = 3
    HOURS = 4
    """Both the calendar and the one it is within work on the day, but never at the same time."""
    WEEKDAY = 5
    """Monday to Friday, on which the week has no hours."""
    WEEKEND = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a day has no work; as a string it is a phrase in the language spoken now."""

    kind: ReasonKind
    name: str = ""
    """The holiday's name, the closure's `why`, the calendar whose hours are others; else empty."""

    def __str__(self) -> str:
        if self.kind is ReasonKind.HOURS:
            return _("no hours in common with {calendar}").format(calendar=self.name)
        return (
            self.name
            or {
                ReasonKind.CLOSURE: _("closed"),
                ReasonKind.WINDOW: _("outside the window"),
                ReasonKind.HOLIDAY: _("public holiday"),
                ReasonKind.WEEKDAY: _("no working day of the week"),
                ReasonKind.WEEKEND: _("weekend"),
            }[self.kind]
        )


@dataclass(frozen=True, slots=True)
class FreeSpan:
    """Days without work, one after the other."""

    first: date
    last: date
    """Inside the span."""
    reasons: tuple[Reason, ...]
    """Each once: closures, window, holidays, weekends; among the same kind by date."""


def reasons(calendar: WorkCalendar, day: date) -> tuple[Reason, ...]:
    """Why the day has no work, what explains most first; empty if it has some."""
    return _ordered(_reasons(calendar.rules, day))


def free_spans(calendar: WorkCalendar, first_day: date, last_day: date) -> tuple[FreeSpan, ...]:
    """The longest spans of days without work from `first_day` to `last_day`, both inside, in order."""
    spans: list[FreeSpan] = []
    free: list[date] = []
    for number in range(day_number(first_day), day_number(last_day) + 2):
        day = date_of(number)
        if day <= last_day and not calendar.works_on(day):
            free.append(day)
        elif free:
            found = [reason for free_day in free for reason in _reasons(calendar.rules, free_day)]
            spans.append(FreeSpan(free[0], free[-1], _ordered(found)))
            free = []
    return tuple(spans)


def _reasons(rules: DayRules, day: date) -> Iterator[Reason]:
    index = day.timetuple().tm_yday - 1
    own = rules.own_patterns(day.year)[index]
    if not own.minutes:
        if rules.any_of:
            yield from chain.from_iterable(_reasons(each, day) for each in rules.any_of)
            return
        if rules.window and not _named(rules.window, day):
            yield Reason(ReasonKind.WINDOW)
            return
        yield from _closing(rules, day)
    if rules.within is None:
        return
    if not rules.within.patterns(day.year)[index].minutes:
        yield from _reasons(rules.within, day)
    elif own.minutes and not rules.patterns(day.year)[index].minutes:
        yield Reason(ReasonKind.HOURS, rules.within.name)


def _closing(rules: DayRules, day: date) -> Iterator[Reason]:
    for days, why in rules.closed:
        if day_number(day) in days(day.year):
            yield Reason(ReasonKind.CLOSURE, in_language(why, language()))
    for region in rules.regions:
        holiday = public_holidays(region, day.year, language()).get(day)
        if holiday is not None:
            yield Reason(ReasonKind.HOLIDAY, holiday)
    if not rules.week[day.weekday()].minutes:
        yield Reason(ReasonKind.WEEKEND if day.weekday() >= _SATURDAY else ReasonKind.WEEKDAY)


def _named(window: tuple[Expand, ...], day: date) -> bool:
    return any(day_number(day) in days(day.year) for days in window)


def _ordered(found: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda reason: reason.kind))
