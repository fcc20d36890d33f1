"""Calendars as the plan writes them: when work can happen."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Day, Yearly
from transition_planner.plan.refusal import refusal
from transition_planner.plan.text import Id, Text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_OF_DAY = 1440

_HOURS = r"\d\d:\d\d-\d\d:\d\d"
_WEEK = re.compile(rf"((?:[a-z]{{3}}(?:-[a-z]{{3}})?)(?:,[a-z]{{3}}(?:-[a-z]{{3}})?)*)((?:\s+{_HOURS})+)")

_LONGEST_INTERVAL = 1000
"""Of a recurrence; rrule accepts zero, and never ends."""

Period = tuple[int, int]
"""Working time inside a day: first minute and the minute after the last, 0 to 1440."""


def parse_hours(text: str) -> tuple[Period, ...]:
    """The periods of `08:00-12:00 13:00-16:00`, in order.

    Raises:
        ValueError: if an hour is none, or the periods overlap or run backwards.
    """
    periods: list[Period] = []
    for part in text.split():
        if not re.fullmatch(_HOURS, part):
            raise ValueError(part)
        first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in part.split("-"))
        if not (periods[-1][1] if periods else 0) <= first < last <= MINUTES_OF_DAY:
            raise ValueError(part)
        periods.append((first, last))
    return tuple(periods)


def parse_week(text: str) -> dict[int, tuple[Period, ...]]:
    """The working periods by weekday (0 is Monday) of `mon-fri 08:00-12:00 13:00-16:00`.

    Raises:
        ValueError: if the text names no such days or hours.
    """
    match = _WEEK.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    hours = parse_hours(match[2])
    week: dict[int, tuple[Period, ...]] = {}
    for part in match[1].split(","):
        first, _, last = part.partition("-")
        start = WEEKDAYS.index(first)
        stop = WEEKDAYS.index(last) if last else start
        for step in range((stop - start) % 7 + 1):
            week[(start + step) % 7] = hours
    return week


def _week(text: str) -> str:
    try:
        parse_week(text)
    except ValueError:
        raise refusal(
            "{value} is not a working week: write days and hours as in mon-fri 08:00-12:00 13:00-16:00",
            value=repr(text),
        ) from None
    return text


def _hours(text: str) -> str:
    try:
        parse_hours(text)
    except ValueError:
        raise refusal(
            "{value} are not hours of a day: write them in order as in 08:00-12:00 13:00-16:00",
            value=repr(text),
        ) from None
    return text


def _recurrence(text: str) -> str:
    from dateutil.rrule import rrulestr  # noqa: PLC0415  # 11 ms at import, and few plans have a recurrence

    try:
        rule = rrulestr(text)
        # A rule finer than a day would be expanded minute by minute over decades; a day is a window's grain.
        daily_or_rarer = rule._freq <= 3  # type: ignore[union-attr]  # noqa: SLF001, PLR2004
        advances = 1 <= rule._interval <= _LONGEST_INTERVAL  # type: ignore[union-attr]  # noqa: SLF001
    except (ValueError, TypeError, AttributeError):
        raise refusal(
            "{value} is not a recurrence of days: write an RRULE as in FREQ=MONTHLY;BYDAY=2TU",
            value=repr(text),
        ) from None
    if not daily_or_rarer:
        raise refusal("{value} recurs within the day: a window names days", value=repr(text))
    if not advances:
        raise refusal("{value} has no INTERVAL from 1 to 1000", value=repr(text))
    return text


Week = Annotated[str, AfterValidator(_week), Field(examples=["mon-fri 08:00-12:00 13:00-16:00"])]
Hours = Annotated[str, AfterValidator(_hours), Field(examples=["09:00-15:00"])]
Recurrence = Annotated[str, AfterValidator(_recurrence), Field(examples=["FREQ=MONTHLY;BYDAY=2TU"])]


class Days(Entry):
    """Some days: one (`on`), a span (`from`, `to`), a span each year (`every`), or a recurrence (`rrule`)."""

    on: Day | None = None
    """One day."""
    from_: Day | None = None
    """The first day of a span, or the day a recurrence is counted from (else the plan's start)."""
    to: Day | None = None
    """The last day of a span, inside it; with a recurrence its end."""
    every: Yearly | None = None
    """The same days each year."""
    rrule: Recurrence | None = None
    """Days by a recurrence rule of RFC 5545."""
    why: Text | None = None
    """The reason, shown where a date is explained."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        span = self.from_ is not None and self.to is not None
        forms = [self.on is not None, self.every is not None, self.rrule is not None]
        if sum(forms) > 1 or (sum(forms) == 0 and not span):
            raise refusal("give one of: on, from with to, every, or rrule")
        if (self.on or self.every) and (self.from_ or self.to):
            raise refusal("from and to go with each other or with rrule")
        if self.from_ and self.to and self.to < self.from_:
            raise refusal(
                "the span ends on {to}, before it begins on {from_}", to=str(self.to), from_=str(self.from_)
            )
        return self


class OpenDays(Days):
    """Days that are worked in spite of week, holidays and closures."""

    hours: Hours | None = None
    """Their hours; absent: those of the week's longest day."""


class Calendar(Entry):
    """Working time. With `only` it is a window: work happens only on rare days (board meetings, grant calls)."""

    title: Text | None = None
    """Its name for readers."""
    week: Week | tuple[Week, ...] | None = None
    """Working days and hours; absent: those of `within`, else of the plan's calendar."""
    holidays: str | tuple[str, ...] | None = None
    """Public holidays of a country, or of a part of it: FI, FI-01, SE."""
    closed: tuple[Days, ...] = ()
    """Days without work."""
    open: tuple[OpenDays, ...] = ()
    """Days with work in spite of all that closes them."""
    within: Id | None = None
    """Another calendar: only its working time counts."""
    only: Days | tuple[Days, ...] | None = None
    """Makes it a window: no other days have working time."""

    @property
    def weeks(self) -> tuple[str, ...]:
        """The week's lines."""
        return (self.week,) if isinstance(self.week, str) else self.week or ()

    @property
    def regions(self) -> tuple[str, ...]:
        """The countries or parts of countries whose public holidays are free."""
        return (self.holidays,) if isinstance(self.holidays, str) else self.holidays or ()

    @property
    def window(self) -> tuple[Days, ...]:
        """The window's days; empty where it is none."""
        return (self.only,) if isinstance(self.only, Days) else self.only or ()


ALWAYS = "always"
"""The built-in calendar that works round the clock on all days: for dates that the law names."""
