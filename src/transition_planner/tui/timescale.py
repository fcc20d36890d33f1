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

DAYS_OF_WEEK = 7
MARGIN = 7
"""Days shown before the first and after the last day of the plan."""


class Zoom(Enum):
    """How closely one looks: columns a day, days a column. One of the two is 1."""

    DAY = (3, 1)
    WEEK = (1, 1)
    MONTH = (1, 7)
    QUARTER = (1, 14)

    @property
    def columns(self) -> int:
        """Columns a day."""
        return self.value[0]

    @property
    def days(self) -> int:
        """Days a column."""
        return self.value[1]

    def nearer(self, step: int) -> Zoom:
        """The zoom some steps nearer, or farther where negative; the nearest and farthest are the ends."""
        levels = list(Zoom)
        return levels[min(max(levels.index(self) - step, 0), len(levels) - 1)]


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
        origin = first - MARGIN
        origin -= date.fromordinal(origin).weekday()
        columns = (last + MARGIN - origin) // zoom.days + 1
        return cls(zoom, origin, columns * zoom.columns)

    def column(self, day: int) -> int:
        """The first column of a day."""
        return (day - self.origin) * self.zoom.columns // self.zoom.days

    def last_column(self, day: int) -> int:
        """The last column of a day."""
        return self.column(day) + self.zoom.columns - 1

    def day(self, column: int) -> int:
        """The first day of a column."""
        return self.origin + column // self.zoom.columns * self.zoom.days

    def header(self, first: int, width: int) -> tuple[str, str]:
        """The two header lines of a window of `width` columns that begins at column `first`."""
        above, below = _LABELS[self.zoom]
        return _line(above(self, first, width), width), _line(below(self, first, width), width)


def fitting(first: int, last: int, width: int) -> Zoom:
    """The nearest zoom at which these days fit into `width` columns, else the farthest."""
    return next(
        (zoom for zoom in Zoom if Timescale.covering(first, last, zoom).width <= width), Zoom.QUARTER
    )


def _changes(
    scale: Timescale, first: int, width: int, key: Callable[[date], tuple[int, ...]], text: Callable[[date], str]
) -> Iterator[tuple[int, str]]:
    """A label where `key` changes from one column to the next, and one for the window's first column."""
    before = key(date.fromordinal(scale.day(first)))
    yield 0, text(date.fromordinal(scale.day(first)))
    for column in range(1, width):
        day = date.fromordinal(scale.day(first + column))
        if (now := key(day)) != before:
            before = now
            yield column, text(day)


def _months(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _changes(scale, first, width, lambda day: (day.year, day.month), month_title)


def _years(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    return _changes(scale, first, width, lambda day: (day.year,), lambda day: str(day.year))


def _days(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    columns = scale.zoom.columns
    for column in range(-first % columns, width, columns):
        yield column, f"{date.fromordinal(scale.day(first + column)).day:2}"


def _mondays(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    for column in range(-first % DAYS_OF_WEEK, width, DAYS_OF_WEEK):
        yield column, str(date.fromordinal(scale.day(first + column)).day)


def _month_names(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    labels = _changes(scale, first, width, lambda day: (day.year, day.month), lambda day: month_name(day.month))
    yield from _skip_first(labels)


def _quarters(scale: Timescale, first: int, width: int) -> Iterator[tuple[int, str]]:
    labels = _changes(
        scale,
        first,
        width,
        lambda day: (day.year, (day.month - 1) // 3),
        lambda day: _("Q{quarter}").format(quarter=(day.month + 2) // 3),
    )
    yield from _skip_first(labels)


def _skip_first(labels: Iterator[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The labels that stand where their time begins: below, a label at the edge would say the wrong week."""
    next(labels)
    return labels


_LABELS = {
    Zoom.DAY: (_months, _days),
    Zoom.WEEK: (_months, _mondays),
    Zoom.MONTH: (_years, _month_names),
    Zoom.QUARTER: (_years, _quarters),
}


def _line(labels: Iterator[tuple[int, str]], width: int) -> str:
    """The labels at their columns; one that the next would run into is left out."""
    cells = [" "] * width
    placed = list(labels)
    for (column, text), (following, _text) in zip(placed, [*placed[1:], (width + 1, "")], strict=True):
        if column + len(text) < following and column + len(text) <= width:
            cells[column : column + len(text)] = text
    return "".join(cells)
