"""The tasks of a large plan as columns: what each runs on, and how long it takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.calendar import ALWAYS
from transition_planner.schedule.bulk.quantities import Kinds
from transition_planner.schedule.preparing import prepare_work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.quantity import Quantity
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.network import Network
    from transition_planner.schedule.preparing import Setting
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False)
class Tasks:
    """A network whose rows are prepared, floors apart; and its columns."""

    network: Network
    calendars: list[WorkCalendar]
    calendar: Integers
    """For each row the index of what it runs on."""
    length: Integers


def tasks_in_columns(
    blank: Network,
    setting: Setting,
    phase: Flags,
    names: Sequence[str | None],
    durations: Sequence[Quantity | None],
) -> Tasks:
    """Prepare all rows of a network, plain tasks and phases as columns: in a fifth of the time.

    Args:
        blank: The network.
        setting: The plan's.
        phase: Whether each row stands for the tasks inside it.
        names: The calendar that each task names.
        durations: The duration of each task.
    """
    numbers: defaultdict[WorkCalendar, int] = defaultdict(count().__next__)
    calendars, default = blank.calendars, setting.plan.calendar
    of_name = {name: numbers[calendars[name or default]] for name in dict.fromkeys(names)}
    calendar = np.fromiter(map(of_name.__getitem__, names), np.int64, len(names))
    calendar[phase] = numbers[calendars[ALWAYS]]
    kinds = Kinds()
    quantities = kinds.quantities(kinds.numbers(durations))
    length = quantities.minutes(calendar, list(numbers))
    length[phase] = 0

    each = np.array(list(numbers), np.object_)[calendar].tolist()
    network = replace(blank, calendar=each, length=length.data)
    odd = sorted({*setting.odd(network.outline.tasks), *np.flatnonzero(quantities.odd).tolist()})
    for row in odd:
        prepare_work(network, row, setting)
    calendar[odd] = [numbers[network.calendar[row]] for row in odd]
    return Tasks(network, list(numbers), calendar, length)
