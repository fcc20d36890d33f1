"""Quantities of time as columns of working minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.quantity import WORKING_UNITS, Quantity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.worktime.workcalendar import WorkCalendar

_NUMBER_OF = {unit: number for number, unit in enumerate(WORKING_UNITS)}
_ANOTHER = len(WORKING_UNITS)


def minutes_of(
    quantities: Sequence[Quantity], calendar: Integers, calendars: Sequence[WorkCalendar]
) -> tuple[Integers, Flags]:
    """The minutes of quantities, each on a calendar, rounded as `WorkCalendar.minutes` does.

    Args:
        quantities: The quantities.
        calendar: For each the index of its calendar.
        calendars: The calendars.

    Returns:
        The minutes, and whether they are none because the quantity does not count working time.
    """
    # Read from texts, most are the same few objects.
    objects = np.fromiter(map(id, quantities), np.int64, len(quantities))
    _, firsts, which = np.unique(objects, return_index=True, return_inverse=True)
    different = [quantities[first] for first in firsts]
    amount = np.array([quantity.amount for quantity in different], np.float64)[which]
    unit = np.array([_NUMBER_OF.get(quantity.unit, _ANOTHER) for quantity in different], np.int64)[which]
    lengths = [[each.minutes(Quantity(1, unit)) for unit in WORKING_UNITS] for each in calendars]
    table = np.pad(np.array(lengths, np.int64).reshape(-1, _ANOTHER), ((0, 0), (0, 1)))
    return np.rint(amount * table[calendar, unit]).astype(np.int64), unit == _ANOTHER
