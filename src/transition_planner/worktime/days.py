"""The days that an entry of a calendar names, year by year, as day numbers (days since 1970-01-01)."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import Days
from transition_planner.worktime.instant import day_number
from transition_planner.worktime.recurrence import Recurrence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from transition_planner.plan.calendar import Span

    Expand = Callable[[int], Sequence[int]]
    """From a year to the days in it."""

_MonthDay = tuple[int, int]


def expander(span: Span, start: date) -> Expand:
    """From a year to the days in it that the entry names; a recurrence counts from `from`, else `start`."""
    if isinstance(span, Days):
        if span.rrule is not None:
            return Recurrence(span.rrule, span.from_ or start, span.to).days
        if span.every is not None:
            first, _, last = span.every.partition("..")
            return partial(_yearly, _month_day(first), _month_day(last or first))
        if span.from_file is not None:
            return partial(_any_of, [expander(each, start) for each in span.each])
    first_day = span.on or span.from_ or start
    return partial(_span, first_day, span.on or span.to or first_day)


def _any_of(expanders: Sequence[Expand], year: int) -> Sequence[int]:
    return sorted({day for expand in expanders for day in expand(year)})


def _span(first: date, last: date, year: int) -> range:
    return range(
        max(day_number(first), day_number(date(year, 1, 1))),
        min(day_number(last), day_number(date(year, 12, 31))) + 1,
    )


def _yearly(first: _MonthDay, last: _MonthDay, year: int) -> Sequence[int]:
    if first <= last:
        return _inside(first, last, year)
    return (*_inside((1, 1), last, year), *_inside(first, (12, 31), year))


def _inside(first: _MonthDay, last: _MonthDay, year: int) -> range:
    # In a year without 29 Feb a span begins on 1 Mar or ends on 28 Feb instead; 29 Feb alone has no day then.
    if not isleap(year):
        first = (3, 1) if first == (2, 29) else first
        last = (2, 28) if last == (2, 29) else last
    return range(day_number(date(year, *first)), day_number(date(year, *last)) + 1)


def _month_day(text: str) -> _MonthDay:
    month, _, day = text.partition("-")
    return int(month), int(day)
