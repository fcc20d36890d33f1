"""Quantities of time as columns, to be counted in working minutes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

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


class Kinds:
    """Numbers for quantities. Read from texts, most are the same few objects, looked at once each."""

    def __init__(self) -> None:
        """Begin with none."""
        self._number: defaultdict[int, int] = defaultdict(count().__next__)
        self._kinds: list[Quantity | None] = []

    def numbers(self, quantities: Sequence[Quantity | None]) -> Integers:
        """The number of each; these must stay alive as long as others are numbered."""
        number, known = self._number, len(self._kinds)
        found = np.fromiter(map(number.__getitem__, map(id, quantities)), np.int64, len(quantities))
        if len(number) > known:
            place = np.empty(len(number), np.int64)
            place[found] = np.arange(len(found))  # any place of each
            self._kinds.extend(quantities[at] for at in place[known:].tolist())
        return found

    def quantities(self, numbers: Integers) -> Quantities:
        """The quantities with some numbers as columns."""
        amount = [0.0 if each is None else each.amount for each in self._kinds]
        unit = [_NONE if each is None else _NUMBER_OF.get(each.unit, _ANOTHER) for each in self._kinds]
        return Quantities(np.array(amount, np.float64)[numbers], np.array(unit, np.int64)[numbers])


@dataclass(frozen=True, slots=True, eq=False)
class Quantities:
    """One value a quantity; where there is none, an amount of 0."""

    amount: npt.NDArray[np.float64]
    _unit: Integers

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
