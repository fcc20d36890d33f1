"""What a calendar says about days: week, holidays, closures, open days, window, the calendar it is within."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from transition_planner.locales import language
from transition_planner.worktime.daypattern import FREE, DayPattern, common, day_pattern, either
from transition_planner.worktime.instant import day_number
from transition_planner.worktime.publicholidays import public_holidays

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.text import Text
    from transition_planner.worktime.days import Expand

Week = tuple[DayPattern, ...]
"""The patterns of Monday to Sunday."""


@dataclass(frozen=True, slots=True, eq=False)
class DayRules:
    """The rules of one calendar, worked out for whole years on demand."""

    name: str
    week: Week
    regions: tuple[str, ...] = ()
    closed: tuple[tuple[Expand, Text | None], ...] = ()
    """Days without work, each with its reason."""
    opened: tuple[tuple[Expand, DayPattern], ...] = ()
    """Days with work in spite of week, holidays and closures, each with its hours."""
    window: tuple[Expand, ...] = ()
    """The only days with work; empty: all may have some."""
    within: DayRules | None = None
    any_of: tuple[DayRules, ...] = ()
    """Calendars whose working time it has, all of it, instead of a week of its own."""
    _own: dict[int, Sequence[DayPattern]] = field(default_factory=dict, repr=False)
    _inside: dict[int, Sequence[DayPattern]] = field(default_factory=dict, repr=False)

    def patterns(self, year: int) -> Sequence[DayPattern]:
        """The pattern of each day of the year, from 1 Jan."""
        if self.within is None:
            return self.own_patterns(year)
        if year not in self._inside:
            self._inside[year] = list(map(common, self.own_patterns(year), self.within.patterns(year)))
        return self._inside[year]

    def own_patterns(self, year: int) -> Sequence[DayPattern]:
        """As `patterns`, before `within` takes its part away."""
        if year not in self._own:
            self._own[year] = self._work_out(year)
        return self._own[year]

    def _work_out(self, year: int) -> list[DayPattern]:
        if self.any_of:
            return list(map(either, zip(*(rules.patterns(year) for rules in self.any_of), strict=True)))
        new_year = date(year, 1, 1)
        first = day_number(new_year)
        weekday = new_year.weekday()
        length = 366 if isleap(year) else 365
        patterns = list((self.week * 54)[weekday : weekday + length])
        for region in self.regions:
            for holiday in public_holidays(region, year, language()):
                patterns[day_number(holiday) - first] = FREE
        for days, _why in self.closed:
            for day in days(year):
                patterns[day - first] = FREE
        opened: dict[int, DayPattern] = {}
        for days, pattern in self.opened:
            for day in days(year):
                # A day that two entries open has the hours of both.
                opened[day] = day_pattern(opened.get(day, FREE).periods + pattern.periods)
        for day, pattern in opened.items():
            patterns[day - first] = pattern
        if self.window:
            kept = {day - first for days in self.window for day in days(year)}
            patterns = [pattern if index in kept else FREE for index, pattern in enumerate(patterns)]
        return patterns
