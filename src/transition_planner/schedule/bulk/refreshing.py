"""The columns of a large network after edits: the edited rows and the arcs into them anew, all else as it was."""

from __future__ import annotations

from dataclasses import replace
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.arcs import arcs_into
from transition_planner.schedule.bulk.layout import Rows, layouts
from transition_planner.schedule.linking import links_of

if TYPE_CHECKING:
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.network import Network


def refreshed(network: Network, columns: Columns) -> Columns | None:
    """The columns of a network patched since they were made; None where a new link breaks the order of levels."""
    replaced = map(is_not, columns.outline.tasks, network.outline.tasks)
    rows = np.array(list(compress(count(), replaced)), np.int64)
    singly = rows.tolist()
    calendars = list(dict.fromkeys([*columns.calendars, *(network.calendar[row] for row in singly)]))
    calendar, length, floor = columns.calendar.copy(), columns.length.copy(), columns.floor.copy()
    calendar[rows] = [calendars.index(network.calendar[row]) for row in singly]
    length[rows] = [network.length[row] for row in singly]
    floor[rows] = [network.floor[row] for row in singly]

    links = [links_of(network.outline, row) for row in singly]
    fresh = arcs_into(network.outline, rows, links, calendar, calendars)
    if (columns.level[fresh.pred] >= columns.level[fresh.succ]).any():
        return None
    arcs = columns.arcs.with_those_into(rows, fresh)
    ahead, back = layouts(network, Rows(calendar, length, columns.phase, columns.level, columns.order), arcs)
    return replace(
        columns,
        outline=network.outline,
        calendars=calendars,
        calendar=calendar,
        length=length,
        floor=floor,
        arcs=arcs,
        ahead=ahead,
        back=back,
    )
