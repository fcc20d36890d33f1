"""All calendars of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.plan.calendar import ALWAYS, ALWAYS_OPEN, parse_hours, parse_week
from transition_planner.worktime.daypattern import WHOLE, day_pattern
from transition_planner.worktime.dayrules import DayRules
from transition_planner.worktime.days import expander
from transition_planner.worktime.publicholidays import public_holidays
from transition_planner.worktime.workcalendar import WorkCalendar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from transition_planner.plan.calendar import Calendar
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.quantity import Quantity
    from transition_planner.worktime.dayrules import Week

_ROUND_THE_CLOCK: Week = (WHOLE,) * 7
_KEPT = 4
"""Of how many plans calendars are kept: those of the plan before an edit, and of revisions it is compared with."""
_kept: list[tuple[tuple[object, ...], Calendars]] = []


def calendars_of(plan: Plan) -> Calendars:
    """The calendars of a plan; the same as before for one that says the same of them.

    Its models are scheduled one after another, and so is each edit of its links: ten calendars with holidays over
    sixty years take 90 ms to build.

    Raises:
        ValueError: as `Calendars`.
    """
    said = (tuple(plan.calendars), plan.calendars, plan.calendar, plan.start, plan.day, plan.week)
    for each, calendars in _kept:
        if each == said:
            return calendars
    calendars = Calendars(plan)
    _kept[:] = [(said, calendars), *_kept[: _KEPT - 1]]
    return calendars


class Calendars(Mapping[str, WorkCalendar]):
    """The plan's calendars by name, and the built-in `always`; each is built when it is first asked for.

    A calendar that cannot be built raises ValueError when it is asked for, with a sentence that says why:
    holidays of an unknown country, calendars within each other in a circle. A name that is none, asked for or
    in `within`, raises KeyError.
    """

    def __init__(self, plan: Plan) -> None:
        """Raises ValueError if the plan's `day` or `week` is no length of one."""
        self._entries = {**plan.calendars, ALWAYS: ALWAYS_OPEN}
        self._default = plan.calendar
        self._start = plan.start.date() if isinstance(plan.start, datetime) else plan.start
        self._day = None if plan.day is None else _length("day", plan.day, {"min": 1, "h": 60})
        self._week = plan.week
        self._rules: dict[str, DayRules] = {}
        self._built: dict[str, WorkCalendar] = {}
        self.tables: dict[tuple[str, ...], object] = {}
        """What the engine for large plans makes of some of them, by their names, kept as long as they are."""

    def __getitem__(self, name: str) -> WorkCalendar:
        calendar = self._built.get(name)
        if calendar is None:
            calendar = self._built[name] = self._build(name)
        return calendar

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def common(self, name: str, *others: str) -> WorkCalendar:
        """The working time that all of some calendars have; a day and a week are as long as the first one's."""
        joined = " & ".join((name, *others))
        if joined not in self._built:
            rules = self._rules_of(name, ())
            for other in others:
                rules = _narrowed(rules, self._rules_of(other, ()))
            first = self[name]
            self._built[joined] = WorkCalendar(
                replace(rules, name=joined), self._start, first.day_minutes, first.week_minutes
            )
        return self._built[joined]

    def either(self, calendars: Sequence[WorkCalendar]) -> WorkCalendar:
        """The working time that any of some calendars has; a day and a week are as long as the longest."""
        joined = " | ".join(calendar.name for calendar in calendars)
        if joined not in self._built:
            self._built[joined] = WorkCalendar(
                DayRules(joined, _ROUND_THE_CLOCK, any_of=tuple(calendar.rules for calendar in calendars)),
                self._start,
                max(calendar.day_minutes for calendar in calendars),
                max(calendar.week_minutes for calendar in calendars),
            )
        return self._built[joined]

    def _build(self, name: str) -> WorkCalendar:
        rules = self._rules_of(name, ())
        hours = [pattern.minutes for pattern in self._week_of(name) if pattern.minutes]
        counts = Counter(hours)
        day = self._day or max(counts, key=lambda length: (counts[length], length))
        week = sum(hours)
        if self._week is not None:
            week = _length("week", self._week, {"min": 1, "h": 60, "d": day})
        return WorkCalendar(rules, self._start, day, week)

    def _rules_of(self, name: str, inner: tuple[str, ...]) -> DayRules:
        """The rules of a calendar that those of `inner`, one within the next, are within."""
        if name in inner:
            circle = (*inner[inner.index(name) :], name)
            raise ValueError(
                _("the calendars {names} are within each other: take `within` from one of them").format(
                    names=" → ".join(circle)
                )
            )
        if name not in self._rules:
            entry = self._entries[name]
            within = None if entry.within is None else self._rules_of(entry.within, (*inner, name))
            # Without a week of its own it has whatever time `within` leaves it.
            week = self._week_of(name) if within is None or entry.weeks else _ROUND_THE_CLOCK
            self._rules[name] = _rules(name, entry, week, within, self._start)
        return self._rules[name]

    def _week_of(self, name: str) -> Week:
        """The week whose hours it has: its own, that of `within`, else that of the plan's calendar."""
        seen = {ALWAYS}
        while name not in seen:
            seen.add(name)
            entry = self._entries[name]
            if entry.weeks:
                return _week(entry.weeks)
            name = entry.within or self._default
        return _ROUND_THE_CLOCK


def _rules(name: str, entry: Calendar, week: Week, within: DayRules | None, start: date) -> DayRules:
    for region in entry.regions:
        public_holidays(region, start.year, language())
    longest = max(week, key=lambda pattern: pattern.minutes)
    return DayRules(
        name,
        week,
        entry.regions,
        closed=tuple((expander(each, start), each.why) for days in entry.closed for each in days.each),
        opened=tuple(
            (expander(days, start), day_pattern(parse_hours(days.hours)) if days.hours else longest)
            for days in entry.open
        ),
        window=tuple(expander(days, start) for days in entry.window),
        within=within,
    )


def _narrowed(rules: DayRules, to: DayRules) -> DayRules:
    """The rules with only the working time that others have too."""
    return replace(rules, within=to if rules.within is None else _narrowed(rules.within, to), _inside={})


def _week(lines: tuple[str, ...]) -> Week:
    """The patterns of Monday to Sunday; a day in two lines has the hours of both."""
    weeks = [parse_week(line) for line in lines]
    return tuple(
        day_pattern(period for week in weeks for period in week.get(weekday, ())) for weekday in range(7)
    )


def _length(field: str, quantity: Quantity, minutes: Mapping[str, int]) -> int:
    length = round(quantity.amount * minutes.get(quantity.unit, 0))
    if length <= 0:
        raise ValueError(
            _("the plan's {field} cannot be {quantity}: write it in hours as in {example}").format(
                field=field, quantity=quantity, example="8h" if field == "day" else "40h"
            )
        )
    return length
