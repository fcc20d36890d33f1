"""The rows of a large network whose dates are placed by the rules for single rows."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.integers import Flags
    from transition_planner.schedule.network import Network


def placed_singly(network: Network, phase: Flags, arcs: Arcs) -> tuple[Flags, Flags]:
    """Whether the early dates of each row are placed singly, and whether its late ones."""
    size, fixed = len(phase), network.fixed.items()
    leading = arcs.pred[phase[arcs.pred]]
    early = _flags(size, network.spans)
    late = early | _flags(size, compress(count(), network.feeds))
    odd = arcs.odd | early[arcs.pred] | early[arcs.succ]
    early[arcs.succ[odd]] = late[arcs.pred[odd]] = True
    early[leading] = late[leading] = True
    early |= _flags(size, (row for row, each in fixed if each.says_when))
    late |= _flags(size, (row for row, each in fixed if each.says_until_when))
    return early, late


def _flags(size: int, rows: Iterable[int]) -> Flags:
    flags = np.zeros(size, np.bool_)
    flags[list(rows)] = True
    return flags
