"""Quantities of time as columns, to be counted in working minutes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Self

import numpy as np

from transition_planner.plan.quantity import WORKING_UNITS, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.worktime.workcalendar import WorkCalendar

_NUMBER_OF = {unit: number for number, unit in enumerate(WORKING_UNITS)}
_ANOTHER = len(WORKING_UNITS)
_NONE = _ANOTHER + 1


@dataclass(frozen=True, slots=True, eq=False)
class Quantities:
    """One value a quantity; where there is none, an amount of 0."""

    amount: npt.NDArray[np.float64]
    _unit: Integers

    @classmethod
    def of(cls, quantities: Sequence[Quantity | None]) -> Self:
        """Some quantities as columns. Read from texts, most are the same few objects, looked at once each."""
        size = len(quantities)
        numbers: defaultdict[int, int] = defaultdict(count().__next__)
        which = np.fromiter(map(numbers.__getitem__, map(id, quantities)), np.int64, size)
        place = np.empty(len(numbers), np.int64)
        place[which] = np.arange(size)  # any place of each
        different = [quantities[at] for at in place.tolist()]
        amount = [0.0 if each is None else each.amount for each in different]
        unit = [_NONE if each is None else _NUMBER_OF.get(each.unit, _ANOTHER) for each in different]
        return cls(np.array(amount, np.float64)[which], np.array(unit, np.int64)[which])

    @property
    def given(self) -> Flags:
        """Whether there is one."""
        given: Flags = self._unit != _NONE
        return given

    @property
    def odd(self) -> Flags:
        """Whether it does not count working time: then it has no minutes here."""
        odd: Flags = self._unit == _ANOTHER
        return odd

    def minutes(self, calendar: Integers, calendars: Sequence[WorkCalendar]) -> Integers:
        """Their working minutes, rounded as `WorkCalendar.minutes` does.

        Args:
            calendar: For each the index of its calendar.
            calendars: The calendars.
        """
        lengths = [[each.minutes(Quantity(1, unit)) for unit in WORKING_UNITS] + [0, 0] for each in calendars]
        length = np.array(lengths, np.int64).reshape(-1, _NONE + 1)[calendar, self._unit]
        return np.rint(self.amount * length).astype(np.int64)
