"""The days of a plan's calendars that others should know: windows, and closures with their reason."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING
from uuid import uuid5

from transition_planner.export.ics.kind import Kind
from transition_planner.export.ics.occasion import Occasion
from transition_planner.locales import _, language
from transition_planner.plan.organisations import sides
from transition_planner.plan.text import in_language
from transition_planner.worktime.days import expander
from transition_planner.worktime.instant import date_of, day_number, to_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from transition_planner.schedule.schedule import Schedule

_MOST = 1000
"""Spans of one calendar: a window that is open every other day for years is no set of dates to announce."""


def calendar_days(schedule: Schedule) -> tuple[Occasion, ...]:
    """The windows and closures of the calendars that tasks or roles use, between first and last day of the whole."""
    used = _used(schedule)
    return tuple(
        occasion
        for name in schedule.plan.calendars
        if name in used
        for occasion in (*_windows(schedule, name, used[name]), *_closures(schedule, name, used[name]))
    )


def _used(schedule: Schedule) -> dict[str, tuple[str, ...]]:
    """The organisations that each used calendar concerns; a calendar is used by those within it too."""
    plan = schedule.plan
    users: list[tuple[str, tuple[str, ...]]] = [
        (role.calendar, (role.side,) if role.side else ()) for role in plan.roles.values() if role.calendar
    ]
    users += [
        (task.calendar or plan.calendar, sides(plan, task))
        for task in schedule.outline.tasks
        if not task.is_phase
    ]
    used: dict[str, dict[str, None]] = {}
    for calendar, concerned in users:
        name: str | None = calendar
        seen: set[str] = set()
        while name in plan.calendars and name not in seen:
            seen.add(name)
            used.setdefault(name, {}).update(dict.fromkeys(concerned))
            name = plan.calendars[name].within
    return {name: tuple(concerned) for name, concerned in used.items()}


def _windows(schedule: Schedule, name: str, concerned: tuple[str, ...]) -> Iterator[Occasion]:
    entry = schedule.plan.calendars[name]
    if not entry.window:
        return
    calendar = schedule.calendars[name]
    first, last = to_date(schedule.start), schedule.last_day_of_all
    days = (n for n in range(day_number(first), day_number(last) + 1) if calendar.works_on(date_of(n)))
    why = in_language(entry.window[0].why, language())
    yield from _spans(schedule, Kind.WINDOWS, name, days, why, concerned)


def _closures(schedule: Schedule, name: str, concerned: tuple[str, ...]) -> Iterator[Occasion]:
    first, last = to_date(schedule.start), schedule.last_day_of_all
    closed = schedule.plan.calendars[name].closed
    for closure in (each for days in closed for each in days.each):
        expand = expander(closure, first)
        # The years around tell the whole of a closure that runs over New Year.
        years = range(first.year - 1, last.year + 2)
        days = sorted({day for year in years for day in expand(year)})
        why = in_language(closure.why, language())
        for occasion in _spans(schedule, Kind.CLOSURES, name, days, why, concerned):
            if occasion.first <= last and occasion.last >= first:
                yield occasion


def _spans(
    schedule: Schedule, kind: Kind, name: str, days: Iterable[int], why: str, concerned: tuple[str, ...]
) -> Iterator[Occasion]:
    plan = schedule.plan
    of = in_language(plan.calendars[name].title, language()) or name
    form = kind.value.removesuffix("s")
    for number, (_key, group) in enumerate(groupby(enumerate(days), key=lambda each: each[1] - each[0])):
        if number == _MOST:
            return
        span = [day for _index, day in group]
        first = date_of(span[0])
        item = f"{form}:{name}:{first.isoformat()}"
        yield Occasion(
            uid=uuid5(plan.id, item),
            item=item,
            kind=kind,
            first=first,
            last=date_of(span[-1]),
            title=of if kind is Kind.WINDOWS else why or _("Closed: {calendar}").format(calendar=of),
            description="\n".join(filter(None, (why, _("Calendar: {calendar}").format(calendar=of)))),
            sides=concerned,
            found_by=frozenset({kind}),
        )
