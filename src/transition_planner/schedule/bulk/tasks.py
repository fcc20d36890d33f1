"""The tasks of a large plan as columns: what each runs on, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import repeat
from operator import is_not
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.quantities import minutes_of
from transition_planner.schedule.preparing import prepare_work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.quantity import Quantity
    from transition_planner.schedule.bulk.integers import Integers
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
    blank: Network, setting: Setting, names: Sequence[str | None], durations: Sequence[Quantity | None]
) -> Tasks:
    """Prepare all rows of a network, plain tasks as columns: in a third of the time.

    Args:
        blank: The network.
        setting: The plan's.
        names: The calendar that each task names.
        durations: The duration of each task.
    """
    tasks, calendars = blank.outline.tasks, blank.calendars
    by_name = {name: calendars[name or setting.plan.calendar] for name in dict.fromkeys(names)}
    network = replace(blank, calendar=list(map(by_name.__getitem__, names)))
    kinds = list(dict.fromkeys(by_name.values()))
    calendar = _numbered(network, kinds)

    lasting = np.flatnonzero(np.fromiter(map(is_not, durations, repeat(None)), np.bool_, len(names)))
    length = np.zeros(len(names), np.int64)
    length[lasting], elapsed = minutes_of(list(filter(None, durations)), calendar[lasting], kinds)
    network = replace(network, length=length.data)

    odd = set(setting.odd(tasks)) | set(lasting[elapsed].tolist())
    for row in sorted(odd):
        prepare_work(network, row, setting)
    if odd:
        kinds = list(dict.fromkeys(network.calendar))
        calendar = _numbered(network, kinds)
    return Tasks(network, kinds, calendar, length)


def _numbered(network: Network, kinds: list[WorkCalendar]) -> Integers:
    numbers = {calendar: number for number, calendar in enumerate(kinds)}
    return np.fromiter(map(numbers.__getitem__, network.calendar), np.int64, len(network.calendar))
