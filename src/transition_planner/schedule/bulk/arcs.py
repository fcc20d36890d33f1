"""The arcs of a large network as columns."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.plan.link import LinkType
from transition_planner.schedule.bulk.quantities import minutes_of
from transition_planner.schedule.linking import links_of_all

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.worktime.workcalendar import WorkCalendar

_FS, _SS, _FF = LinkType.FS, LinkType.SS, LinkType.FF


@dataclass(frozen=True, slots=True)
class Arcs:
    """One value an arc, in the order of the rows that the arcs lead into."""

    pred: Integers
    succ: Integers
    from_start: Flags
    """Whether the predecessor's start binds, not its finish."""
    to_finish: Flags
    """Whether the successor's finish is bound, not its start."""
    lag: Integers
    """Working minutes on the successor's calendar."""
    lagged: Flags
    """Whether it is written with a lag."""
    leads: Flags
    """Whether that is a lead."""
    odd: Flags
    """Whether it does not count working time: then it takes the way of single arcs."""

    def __len__(self) -> int:
        return len(self.pred)

    def __getitem__(self, which: Flags | Integers) -> Arcs:
        return Arcs(
            self.pred[which],
            self.succ[which],
            self.from_start[which],
            self.to_finish[which],
            self.lag[which],
            self.lagged[which],
            self.leads[which],
            self.odd[which],
        )


def arcs_in_columns(outline: Outline, calendar: Integers, calendars: Sequence[WorkCalendar]) -> Arcs:
    """All arcs of an outline: 300,000 in 110 ms.

    Args:
        outline: The tasks.
        calendar: For each row the index of what it runs on.
        calendars: The calendars.
    """
    links = links_of_all(outline)
    flat = list(chain.from_iterable(links))
    size, row = len(flat), outline.row.get
    pred = np.array([row(link.task, -1) for link in flat], np.int64)
    succ = np.repeat(np.arange(len(links)), np.fromiter(map(len, links), np.int64, len(links)))
    from_start, to_finish, leads, odd = (np.zeros(size, np.bool_) for _ in range(4))
    # Looked at once where they are what most links are; by identity, since an enum's hash takes 150 ns.
    others = [(index, type_) for index, link in enumerate(flat) if (type_ := link.type) is not _FS]
    from_start[[index for index, type_ in others if type_ is not _FF]] = True
    to_finish[[index for index, type_ in others if type_ is not _SS]] = True
    lags = [(index, wait) for index, link in enumerate(flat) if (wait := link.lag) is not None]
    lagged = np.array([index for index, _ in lags], np.int64)
    quantities = [quantity for _, quantity in lags]
    lag = np.zeros(size, np.int64)
    lag[lagged], odd[lagged] = minutes_of(quantities, calendar[succ[lagged]], calendars)
    leads[lagged] = np.array([quantity.amount < 0 for quantity in quantities], np.bool_)
    waits = np.zeros(size, np.bool_)
    waits[lagged] = True
    arcs = Arcs(pred, succ, from_start, to_finish, lag, waits, leads, odd)
    return arcs if not size or pred.min() >= 0 else arcs[pred >= 0]
