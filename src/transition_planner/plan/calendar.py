"""Calendars as the plan writes them: when work can happen."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import AfterValidator, Discriminator, Field, PrivateAttr, Tag, WithJsonSchema, model_validator

from transition_planner.plan.entry import Entry
from transition_planner.plan.moment import Day, Yearly
from transition_planner.plan.recurrence import checked_recurrence
from transition_planner.plan.refusal import refusal
from transition_planner.plan.text import Id, Text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_OF_DAY = 1440

_HOURS = r"\d\d:\d\d-\d\d:\d\d"
_WEEK = re.compile(rf"((?:[a-z]{{3}}(?:-[a-z]{{3}})?)(?:,[a-z]{{3}}(?:-[a-z]{{3}})?)*)((?:\s+{_HOURS})+)")

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


def _date_file(name: str) -> str:
    if not name.lower().endswith((".ics", ".csv")):
        raise refusal("{value} is no file of dates: name one that ends in .ics or .csv", value=repr(name))
    return name


Week = Annotated[str, AfterValidator(_week), Field(examples=["mon-fri 08:00-12:00 13:00-16:00"])]
Hours = Annotated[str, AfterValidator(_hours), Field(examples=["09:00-15:00"])]
DateFile = Annotated[
    str,
    AfterValidator(_date_file),
    WithJsonSchema({"type": "string", "pattern": r"\.(ics|csv)$", "examples": ["dates.ics"]}),
]
Recurrence = Annotated[str, AfterValidator(checked_recurrence), Field(examples=["FREQ=MONTHLY;BYDAY=2TU"])]


class Span(Entry):
    """One day (`on`), or some in a row (`from`, `to`)."""

    on: Day | None = None
    """One day."""
    from_: Day | None = None
    """The first day of a span."""
    to: Day | None = None
    """The last day of a span, inside it."""
    why: Text | None = None
    """The reason, shown where a date is explained."""

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.from_ and self.to and self.to < self.from_:
            raise refusal(
                "the span ends on {to}, before it begins on {from_}", to=str(self.to), from_=str(self.from_)
            )
        return self


class FrozenSpan(Span):
    """A day or span of a file, as the plan keeps it."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.on is None) == (self.from_ is None or self.to is None) or (self.on and self.to):
            raise refusal("give one of: on, or from with to")
        return self


class Days(Span):
    """Some days: one (`on`), a span (`from`, `to`), a span each year (`every`), a recurrence (`rrule`), a file's."""

    from_: Day | None = None
    """The first day of a span, or the day a recurrence is counted from (else the plan's start)."""
    to: Day | None = None
    """The last day of a span, inside it; with a recurrence its end."""
    every: Yearly | None = None
    """The same days each year."""
    rrule: Recurrence | None = None
    """Days by a recurrence rule of RFC 5545."""
    from_file: DateFile | None = None
    """The days of a calendar file (.ics) or a table (.csv) in the plan's folder."""
    frozen: tuple[FrozenSpan, ...] | None = None
    """The days of the file that count, whatever it says later; absent: those that it has as the plan is read."""

    _live: tuple[FrozenSpan, ...] = PrivateAttr(default=())

    @property
    def each(self) -> tuple[Span, ...]:
        """Itself; of a file each of its spans, with the file's reason where a span has none of its own."""
        if self.from_file is None:
            return (self,)
        return tuple(
            each if each.why is not None or self.why is None else each.model_copy(update={"why": self.why})
            for each in (self._live if self.frozen is None else self.frozen)
        )

    def with_live(self, spans: tuple[FrozenSpan, ...]) -> Self:
        """With the days that its file has now, which count where none are frozen."""
        made = self.model_copy()
        made._live = spans  # noqa: SLF001  # its own, of an entry that nobody else has yet
        return made

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        span = self.from_ is not None and self.to is not None
        forms = [each is not None for each in (self.on, self.every, self.rrule, self.from_file)]
        if sum(forms) > 1 or (sum(forms) == 0 and not span):
            raise refusal("give one of: on, from with to, every, rrule, or from-file")
        if (self.on or self.every or self.from_file) and (self.from_ or self.to):
            raise refusal("from and to go with each other or with rrule")
        if self.frozen is not None and self.from_file is None:
            raise refusal("frozen goes with from-file: it keeps the days of the file")
        return self


class OpenDays(Days):
    """Days that are worked in spite of week, holidays and closures."""

    hours: Hours | None = None
    """Their hours; absent: those of the week's longest day."""


def _one_or_more(value: object) -> str:
    return "more" if isinstance(value, (list, tuple)) else "one"


# Told apart beforehand: a list that was tried as one entry would be counted as an error of it.
OneOrMore = Annotated[
    Annotated[Days, Tag("one")] | Annotated[tuple[Days, ...], Tag("more")], Discriminator(_one_or_more)
]


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
    only: OneOrMore | None = None
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
        """The window's entries; empty where it is none."""
        return (self.only,) if isinstance(self.only, Days) else self.only or ()


ALWAYS = "always"
"""The built-in calendar that works round the clock on all days: for dates that the law names."""
ALWAYS_OPEN = Calendar.model_construct()
"""What a plan would write of it. Validated, it would have pydantic build a schema of calendars alone: 4 ms."""
