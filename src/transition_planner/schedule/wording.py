"""Amounts of time in words, in the language spoken now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, ngettext
from transition_planner.locales.dates import amount

if TYPE_CHECKING:
    from transition_planner.plan.quantity import Quantity


def in_words(quantity: Quantity) -> str:
    """`5d` as "5 working days", `2ed` as "2 days", `50%` as "50 % of its duration"; without a sign."""
    number = abs(quantity.amount)
    count = round(number) if number.is_integer() else 2  # a fraction goes with the plural
    words = {
        "min": ngettext("{n} working minute", "{n} working minutes", count),
        "h": ngettext("{n} working hour", "{n} working hours", count),
        "d": ngettext("{n} working day", "{n} working days", count),
        "w": ngettext("{n} working week", "{n} working weeks", count),
        "emin": ngettext("{n} minute", "{n} minutes", count),
        "eh": ngettext("{n} hour", "{n} hours", count),
        "ed": ngettext("{n} day", "{n} days", count),
        "ew": ngettext("{n} week", "{n} weeks", count),
        "emo": ngettext("{n} month", "{n} months", count),
        "ey": ngettext("{n} year", "{n} years", count),
        "%": _("{n} % of its duration"),
    }
    return words[quantity.unit].format(n=amount(number))
