"""Days by a recurrence rule of RFC 5545, in order."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from typing import TYPE_CHECKING, cast

from transition_planner.plan.moment import LAST_YEAR
from transition_planner.plan.refusal import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateutil.rrule import rrule

_LONGEST_INTERVAL = 1000
"""rrule accepts zero, and never ends."""
_DAILY = 3
"""rrule's number of the frequency; finer ones are larger."""
# The Gregorian calendar repeats every 400 years, weekdays included. dateutil looks for days of a rule that
# has none (30 Feb) up to the year 9999: 4 s for a daily one. Asked 7600 years later it is there in 0.2 s.
_SHIFT = 7600


def checked_recurrence(text: str) -> str:
    """The text of a rule whose days can be told; it is no business of rules to name minutes.

    Raises:
        PydanticCustomError: if it is none.
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415  # 11 ms at import, and few plans have a recurrence

    try:
        rule = rrulestr(text)
        # A rule finer than a day would be expanded minute by minute over decades; a day is a window's grain.
        daily_or_rarer = rule._freq <= _DAILY  # type: ignore[union-attr]  # noqa: SLF001
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


def recurring_days(text: str, first: date, last: date | None) -> Iterator[date]:
    """The days of a rule that is counted from its first day, up to the last one, its own end or that of all plans."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415  # as above

    # Easter repeats after 5.7 million years only; dateutil refuses it after 4099, where a rule by it ends.
    shift = 0 if "BYEASTER" in text.upper() else _SHIFT
    rule = cast("rrule", rrulestr(text))
    until: datetime | None = rule._until  # type: ignore[attr-defined]  # noqa: SLF001  # has no public name
    end = min(day for day in (last, until and until.date(), date(LAST_YEAR, 12, 31)) if day is not None)
    start = datetime.combine(first.replace(year=first.year + shift), time())
    with suppress(ValueError):
        for moment in rule.replace(dtstart=start, until=None, byhour=0, byminute=0, bysecond=0):
            day = moment.date().replace(year=moment.year - shift)
            if day > end:
                return
            yield day
