"""Spans and amounts of days as the command line prints them, in the language spoken now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.locales.dates import amount, full_date

if TYPE_CHECKING:
    from datetime import date


def span(first: date, last: date) -> str:
    """`Mon 26 Apr 2027 to Fri 30 Apr 2027`, or the one day that both are."""
    if first == last:
        return full_date(first)
    return _("{first} to {last}").format(first=full_date(first), last=full_date(last))


def days(number: float) -> str:
    """An amount of days with at most one decimal: `12 d`, `-0.5 d`."""
    return _("{days} d").format(days=amount(number))
