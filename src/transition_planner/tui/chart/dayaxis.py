"""A time axis that is as wide as there is room: all its days, however many, on show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.locales.dates import month_name

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEPS = (1, 3, 6, 12, 24, 60, 120)
"""Months from one label to the next, as few as there is room for."""
_LABEL_CELLS = 5
"""What the longest label takes, and a space."""
_MONTHS = 12
_DAYS = 30
"""Of a month."""


@dataclass(frozen=True, slots=True)
class DayAxis:
    """Columns 0 to `width` - 1 for the days from the first to the last, both ordinals."""

    first: int
    last: int
    width: int

    def column(self, day: int) -> int:
        """The column of a day; a day beyond an end is at that end."""
        inside = min(max(day, self.first), self.last)
        return (inside - self.first) * (self.width - 1) // max(self.last - self.first, 1)

    def heading(self) -> str:
        """The first year, and the names of months and years above the columns in which they begin."""
        text = str(date.fromordinal(self.first).year)
        room = _LABEL_CELLS * max(self.last - self.first, 1)
        step = next((each for each in _STEPS if each * _DAYS * (self.width - 1) >= room), _STEPS[-1])
        for day in self._months(step):
            label = str(day.year) if day.month == 1 else month_name(day.month)
            column = self.column(day.toordinal())
            if cell_len(text) < column <= self.width - cell_len(label):
                text += " " * (column - cell_len(text)) + label
        return text

    def _months(self, step: int) -> Iterator[date]:
        """The first day of every so many months, counted from year 0 on."""
        begin = date.fromordinal(self.first)
        month = -(-(begin.year * _MONTHS + begin.month) // step) * step
        while (day := date(month // _MONTHS, month % _MONTHS + 1, 1)).toordinal() <= self.last:
            yield day
            month += step
