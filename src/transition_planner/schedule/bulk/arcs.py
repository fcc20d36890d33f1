"""The arcs of a large network as columns."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

import numpy as np

from transition_planner.plan.link import LinkType
from transition_planner.plan.outline import NEAR
from transition_planner.schedule.bulk.quantities import Kinds

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

    def only(self, which: Flags) -> Arcs:
        """Some of the arcs; mostly it is all."""
        return self if which.all() else self[which]

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
    counts = np.fromiter(map(len, links), np.int64, len(links))
    pred, type_, lag = (np.empty(int(counts.sum()), np.int64) for _ in range(3))
    row_of, kinds, end = outline.row.get, Kinds(), 0
    for first in range(0, len(links), NEAR):
        # All at once, which takes 60 ns a link; to read its fields one after the other takes 90.
        near = list(zip(*chain.from_iterable(links[first : first + NEAR]), strict=True))
        if not near:
            continue
        ids, types, written = near
        start, end = end, end + len(ids)
        pred[start:end] = np.fromiter(map(row_of, ids, repeat(-1)), np.int64)
        type_[start:end] = np.fromiter(map(id, types), np.int64)  # an enum's hash takes 150 ns
        lag[start:end] = kinds.numbers(written)
    succ, lags = np.repeat(rows, counts), kinds.quantities(lag)
    arcs = Arcs(
        pred,
        succ,
        from_start=(type_ == id(LinkType.SS)) | (type_ == id(LinkType.SF)),
        to_finish=(type_ == id(LinkType.FF)) | (type_ == id(LinkType.SF)),
        lag=lags.minutes(calendar[succ], calendars),
        lagged=lags.given,
        leads=lags.amount < 0,
        odd=lags.odd,
    )
    return arcs.only(pred >= 0)
