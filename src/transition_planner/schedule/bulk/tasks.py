"""The tasks of a large plan as columns: what each runs on, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.quantities import minutes_of
from transition_planner.schedule.preparing import prepare_work

if TYPE_CHECKING:
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


def tasks_in_columns(blank: Network, setting: Setting) -> Tasks:
    """Prepare all rows of a network, those of plain tasks as columns: 100,000 in 45 ms instead of 170."""
    tasks, calendars = blank.outline.tasks, blank.calendars
    names = [task.calendar for task in tasks]
    by_name = {name: calendars[name or setting.plan.calendar] for name in dict.fromkeys(names)}
    network = replace(blank, calendar=[by_name[name] for name in names])
    kinds = list(dict.fromkeys(by_name.values()))
    calendar = _numbered(network, kinds)

    durations = [task.duration for task in tasks]
    lasting = np.array([row for row, each in enumerate(durations) if each is not None], np.int64)
    length = np.zeros(len(names), np.int64)
    given = [duration for duration in durations if duration is not None]
    length[lasting], elapsed = minutes_of(given, calendar[lasting], kinds)
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
    return np.array([numbers[calendar] for calendar in network.calendar], np.int64)
