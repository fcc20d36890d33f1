"""A day as an option's value."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import click

from transition_planner.locales import _


def as_day(text: str) -> date:
    """The day of a text as the plan file writes it: 2027-06-18.

    Raises:
        BadParameter: if it is none.
    """
    with suppress(ValueError):
        found = date.fromisoformat(text)
        if found.isoformat() == text:
            return found
    raise click.BadParameter(_("{text} is not a day: write one as in 2027-06-18.").format(text=text))
