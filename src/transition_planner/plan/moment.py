"""Dates of a plan: a day, or a day with a time of day, in the plan's own time zone."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from transition_planner.plan.refusal import refusal

FIRST_YEAR, LAST_YEAR = 1970, 2199

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d)?")
_YEARLY = re.compile(r"(\d\d)-(\d\d)(?:\.\.(\d\d)-(\d\d))?")


@lru_cache(maxsize=8192)
def _parse(text: str) -> date | datetime:
    try:
        moment = date.fromisoformat(text) if len(text) == len("2027-01-11") else datetime.fromisoformat(text)
    except ValueError:
        raise refusal("there is no {value} in the calendar", value=text) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise refusal(
            "{value} lies outside the years {first} to {last} that a plan may use",
            value=text,
            first=FIRST_YEAR,
            last=LAST_YEAR,
        )
    return moment


def _day(value: Any) -> date:
    if type(value) is date:
        return value
    if not (isinstance(value, str) and _DAY.fullmatch(value)):
        raise refusal("{value} is not a day: write year, month and day as in 2027-06-18", value=repr(value))
    return _parse(value)


def _moment(value: Any) -> date | datetime:
    if isinstance(value, date):
        return value
    if not (isinstance(value, str) and _MOMENT.fullmatch(value)):
        raise refusal(
            "{value} is not a date: write 2027-06-18, or 2027-06-18T12:00 with a time of day",
            value=repr(value),
        )
    return _parse(value)


def _returns(month: str | None, day: str | None) -> bool:
    """Whether a month and day are in the calendar, in leap years at least; None stands for left out."""
    if month is None or day is None:
        return True
    try:
        date(2024, int(month), int(day))
    except ValueError:
        return False
    return True


def _yearly(value: Any) -> str:
    match = _YEARLY.fullmatch(value) if isinstance(value, str) else None
    if match is None or not (_returns(match[1], match[2]) and _returns(match[3], match[4])):
        raise refusal(
            "{value} is not a yearly span: write month-day..month-day as in 12-24..01-01, or one 06-06",
            value=repr(value),
        )
    return match[0]


Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2027-06-18"]}),
]
"""A day: `2027-06-18`."""

Moment = Annotated[
    date | datetime,
    BeforeValidator(_moment),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d)?$",
            "examples": ["2027-06-18", "2027-06-18T12:00"],
        }
    ),
]
"""A day, or a minute of a day: `2027-06-18T12:00`."""

Yearly = Annotated[
    str,
    BeforeValidator(_yearly),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d\d-\d\d(\.\.\d\d-\d\d)?$", "examples": ["12-24..01-01"]}
    ),
]
"""A span of days that returns each year, first to last, both inside; it may run over New Year."""
