"""Dates and amounts of time as the reader writes them, in the language spoken now.

Not from `strftime`, which speaks the machine's locale, nor from Babel, which costs 40 ms at import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, language

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
}


def weekday_name(day: date) -> str:
    """The short name of its day of the week."""
    return _WEEKDAYS[language()][day.weekday()]


def month_name(month: int) -> str:
    """Three letters for a month, 1 to 12."""
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )[month - 1]


def month_title(day: date) -> str:
    """The month and its year: `Jan 2027`."""
    return f"{month_name(day.month)} {day.year}"


def long_date(day: date) -> str:
    """`8 Jan 2029`, in Finnish `8.1.2029`."""
    if language() == "fi":
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day} {month_name(day.month)} {day.year}"


def full_date(day: date) -> str:
    """`Mon 8 Jan 2029`, in Finnish `ma 8.1.2029`."""
    return f"{weekday_name(day)} {long_date(day)}"


def short_date(day: date) -> str:
    """`8 Jan 29`, in Finnish `8.1.29`: at most 9 cells."""
    if language() == "fi":
        return f"{day.day}.{day.month}.{day.year % 100:02}"
    return f"{day.day} {month_name(day.month)} {day.year % 100:02}"


def amount(days: float) -> str:
    """Days without needless decimals: `5`, `-2.5`, at most one decimal."""
    text = f"{days:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
