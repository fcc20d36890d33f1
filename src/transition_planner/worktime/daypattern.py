"""The working time inside one day, with both directions of its arithmetic worked out beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import MINUTES_OF_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.calendar import Period


@dataclass(frozen=True, slots=True, eq=False)
class DayPattern:
    """A day's working periods; a pattern equals only itself, and days with the same periods share one."""

    periods: tuple[Period, ...]
    """In order, apart from each other."""
    minutes: int
    """Working minutes of the day."""
    places: list[int]
    """By minute 0..1439: the position, from the day's start, of the instant that ends this minute."""
    minutes_of: list[int]
    """By position 0..2*minutes, from the day's start: the minute of the day, 0..1440; entry 0 is unused."""


# A pattern holds 150 kB; plans have some dozens.
@lru_cache(maxsize=256)
def _day_pattern(periods: tuple[Period, ...]) -> DayPattern:
    places: list[int] = []
    minutes_of = [0]
    work = 0
    for first, last in periods:
        places += [2 * work + 1] * (first - len(places))
        places += range(2 * work + 2, 2 * (work + last - first) + 2, 2)
        minutes_of += chain.from_iterable(zip(range(first, last), range(first + 1, last + 1), strict=True))
        work += last - first
    places += [2 * work + 1] * (MINUTES_OF_DAY - len(places))
    return DayPattern(periods, work, places, minutes_of)


def day_pattern(periods: Iterable[Period]) -> DayPattern:
    """The pattern of these periods, which may come in any order, touch and overlap."""
    merged: list[Period] = []
    for first, last in sorted(periods):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return _day_pattern(tuple(merged))


@lru_cache(maxsize=1024)
def common(one: DayPattern, other: DayPattern) -> DayPattern:
    """The working time that both have."""
    return day_pattern(
        (max(first, other_first), min(last, other_last))
        for first, last in one.periods
        for other_first, other_last in other.periods
        if max(first, other_first) < min(last, other_last)
    )


def either(patterns: Iterable[DayPattern]) -> DayPattern:
    """The working time that any of them has."""
    return day_pattern(period for pattern in patterns for period in pattern.periods)


FREE = day_pattern(())
"""No work."""
WHOLE = day_pattern([(0, MINUTES_OF_DAY)])
"""Work round the clock."""
