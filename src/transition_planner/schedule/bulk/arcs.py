"""The arcs of a large network as columns."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import chain, repeat
from operator import attrgetter, is_not
from typing import TYPE_CHECKING, Any

import numpy as np

from transition_planner.plan.link import LinkType
from transition_planner.schedule.bulk.quantities import minutes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.link import Link
    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.worktime.workcalendar import WorkCalendar


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
        return Arcs(*(column[which] for column in self._columns()))

    def with_those_into(self, rows: Integers, arcs: Arcs) -> Arcs:
        """The arcs with others in the place of those that lead into some rows."""
        is_kept = ~np.isin(self.succ, rows)
        pairs = zip(self._columns(), arcs._columns(), strict=True)
        joined = Arcs(*(np.concatenate((old[is_kept], new)) for old, new in pairs))
        return joined[np.argsort(joined.succ, kind="stable")]

    def _columns(self) -> tuple[Any, ...]:
        return tuple(getattr(self, each.name) for each in fields(self))


def arcs_into(
    outline: Outline,
    rows: Integers,
    links: Sequence[tuple[Link, ...]],
    calendar: Integers,
    calendars: Sequence[WorkCalendar],
) -> Arcs:
    """The arcs into some rows.

    Args:
        outline: The tasks.
        rows: The rows, in order.
        links: The links that bind each of those.
        calendar: For each row of the outline the index of what it runs on.
        calendars: The calendars.
    """
    flat = list(chain.from_iterable(links))
    size = len(flat)
    succ = np.repeat(rows, np.fromiter(map(len, links), np.int64, len(links)))
    ids = map(attrgetter("task"), flat)
    pred = np.fromiter(map(outline.row.get, ids, repeat(-1)), np.int64, size)
    # By identity, since an enum's hash takes 150 ns.
    type_ = np.fromiter(map(id, map(attrgetter("type"), flat)), np.int64, size)
    lags = list(map(attrgetter("lag"), flat))
    lagged = np.fromiter(map(is_not, lags, repeat(None)), np.bool_, size)
    quantities = list(filter(None, lags))
    lag, odd, leads = np.zeros(size, np.int64), np.zeros(size, np.bool_), np.zeros(size, np.bool_)
    lag[lagged], odd[lagged] = minutes_of(quantities, calendar[succ[lagged]], calendars)
    leads[lagged] = [quantity.amount < 0 for quantity in quantities]
    to_finish = (type_ == id(LinkType.FF)) | (type_ == id(LinkType.SF))
    from_start = (type_ == id(LinkType.SS)) | (type_ == id(LinkType.SF))
    arcs = Arcs(pred, succ, from_start, to_finish, lag, lagged, leads, odd)
    return arcs if not size or pred.min() >= 0 else arcs[pred >= 0]
