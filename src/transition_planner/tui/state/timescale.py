"""The time scale of the chart: which days a column stands for, and the two lines of its header.

Days are ordinals (`date.toordinal()`), columns count from 0 at the scale's left end.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.locales.dates import month_name, month_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Key = Callable[[date], tuple[int, ...]]
    """What two days of the same time have in common."""

DAYS_OF_WEEK = 7
_BEFORE, _BEHIND = 1, 3
"""Days shown at least before the first and behind the last day of the plan."""


class Zoom(Enum):
    """How closely one looks: so many columns for so many days. Nearest first."""

    DAYS = (3, 1)
    WEEKS = (1, 1)
    MONTHS = (4, 7)
    QUARTERS = (2, 7)
    YEAR = (1, 7)
    YEARS = (1, 14)

    def nearer(self, steps: int) -> Zoom:
        """The zoom some steps nearer, or farther where negative; the nearest and farthest are the ends."""
        levels = list(Zoom)
        return levels[min(max(levels.index(self) - steps, 0), len(levels) - 1)]


@dataclass(frozen=True, slots=True)
class Timescale:
    """Columns for the days of a plan."""

    zoom: Zoom
    origin: int
    """The first day of column 0: a Monday."""
    width: int
    """How many columns there are."""

    @classmethod
    def covering(cls, first: int, last: int, zoom: Zoom) -> Timescale:
        """The scale that shows these days and a margin."""
        origin = first - _BEFORE
        origin -= date.fromordinal(origin).weekday()
        columns, days = zoom.value
        return cls(zoom, origin, -(-(last + _BEHIND - origin) * columns // days))

    def as_before(self, other: Timescale) -> bool:
        """Whether days have the columns that they have in another scale, which may end sooner or later."""
        return (self.zoom, self.origin) == (other.zoom, other.origin)

    def column(self, day: int) -> int:
        """The first column of a day."""
        columns, days = self.zoom.value
        return (day - self.origin) * columns // days

    def last_column(self, day: int) -> int:
        """The last column of a day."""
        return max(self.column(day), self.column(day + 1) - 1)

    def middle(self, day: int) -> int:
        """The middle column of a day."""
        return (self.column(day) + self.last_column(day)) // 2

    def day(self, column: int) -> int:
        """The first day of a column; where a day has several columns, the day it is in."""
        columns, days = self.zoom.value
        return self.origin + (column * days + min(columns, days) - 1) // columns

    def header(self, first: int, width: int) -> tuple[str, str]:
        """The two header lines of a window of `width` columns that begins at column `first`."""
        above, below = _LABELS[self.zoom]
        return _line(above(self, first, width), width), _line(below(self, first, width), width)


def fitting(first: int, last: int, width: int) -> Zoom:
    """The nearest zoom at which these days fit into `width` columns, else the farthest."""
    return next((zoom for zoom in Zoom if Timescale.covering(first, last, zoom).width <= width), Zoom.YEARS)


def _labels(
    scale: Timescale, first: int, width: int, key: Key, text: Callable[[date], str]
) -> Iterator[tuple[int, str]]:
    """A label at each column that begins another time than the column before, and one at the window's edge."""
    before = None
    for column in range(width):
        day = date.fromordinal(scale.day(first + column))
        if (now := key(day)) != before:
            before = now
            yield column, text(day)


def _year(day: date) -> tuple[int, ...]:
    return (day.year,)


def _quarter(day: date) -> tuple[int, ...]:
    return day.year, (day.month + 2) // 3


def _month(day: date) -> tuple[int, ...]:
    return day.year, day.month


def _months(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _labels(scale, first, width, _month, month_title)


def _years(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _labels(scale, first, width, _year, lambda day: str(day.year))


def _month_names(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _labels(scale, first, width, _month, lambda day: month_name(day.month))


def _quarters(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _labels(
        scale, first, width, _quarter, lambda day: _("Q{quarter}").format(quarter=_quarter(day)[1])
    )


def _days(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    for day in range(scale.day(first), scale.day(first + width) + 1):
        yield scale.column(day) - first, f"{date.fromordinal(day).day:2}"


def _mondays(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    start = scale.day(first)
    start += (scale.origin - start) % DAYS_OF_WEEK
    for day in range(start, scale.day(first + width), DAYS_OF_WEEK):
        yield scale.column(day) - first, str(date.fromordinal(day).day)


_LABELS = {
    Zoom.DAYS: (_months, _days),
    Zoom.WEEKS: (_months, _mondays),
    Zoom.MONTHS: (_months, _mondays),
    Zoom.QUARTERS: (_years, _month_names),
    Zoom.YEAR: (_years, _month_names),
    Zoom.YEARS: (_years, _quarters),
}


def _line(labels: Iterator[tuple[int, str]], width: int) -> str:
    """The labels at their columns; one that the next would run into is left out."""
    cells = [" "] * width
    placed = list(labels)
    ends = [column for column, _text in placed[1:]] + [width + 1]
    for (column, text), end in zip(placed, ends, strict=False):
        if column >= 0 and column + len(text) < end and column + len(text) <= width:
            cells[column : column + len(text)] = text
    return "".join(cells)
