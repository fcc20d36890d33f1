"""The columns of a large network after edits: the edited rows and the arcs into them anew, all else as it was."""

from __future__ import annotations

from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

import numpy as np

from transition_planner.schedule.bulk.arcs import arcs_into
from transition_planner.schedule.bulk.columns import Columns
from transition_planner.schedule.bulk.readying import ready
from transition_planner.schedule.linking import links_of

if TYPE_CHECKING:
    from transition_planner.schedule.network import Network


def refreshed(network: Network, columns: Columns) -> Columns | None:
    """The columns of a network patched since they were made; None where a new link breaks the order of levels."""
    replaced = map(is_not, columns.outline.tasks, network.outline.tasks)
    edited = np.array(list(compress(count(), replaced)), np.int64)
    singly, old = edited.tolist(), columns.rows
    calendars = list(dict.fromkeys([*columns.calendars, *(network.calendar[row] for row in singly)]))
    calendar, length, floor = old.calendar.copy(), old.length.copy(), old.floor.copy()
    calendar[edited] = [calendars.index(network.calendar[row]) for row in singly]
    length[edited] = [network.length[row] for row in singly]
    floor[edited] = [network.floor[row] for row in singly]

    links = [links_of(network.outline, row) for row in singly]
    fresh = arcs_into(network.outline, edited, links, calendar, calendars)
    if (old.level[fresh.pred] >= old.level[fresh.succ]).any():
        return None
    arcs = columns.arcs.with_those_into(edited, fresh)
    rows = old._replace(calendar=calendar, length=length, floor=floor)
    return Columns(network.outline, calendars, rows, arcs, *ready(network, rows, arcs))
