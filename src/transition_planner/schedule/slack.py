"""Total and free float, in working minutes of the task's own calendar, as MS Project measures them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.passes import unpinned
from transition_planner.schedule.span import finish_after

if TYPE_CHECKING:
    from transition_planner.schedule.network import Network


def total_float(network: Network, early: list[int], late: list[int], row: int) -> int:
    """How far a task may slip before its late dates; the lesser of start and finish, once begun that of the finish.

    A task held by a pin or cap is measured from where its links want it, so that a date that cannot be met shows.
    """
    finish_slack = (late[2 * row + 1] >> 1) - (early[2 * row + 1] >> 1)
    fixed = network.fixed.get(row)
    if fixed is None:
        return min(finish_slack, (late[2 * row] >> 1) - (early[2 * row] >> 1))
    if fixed.finished or fixed.remaining is not None:
        return finish_slack
    if fixed.actual is None and (fixed.pin is not None or fixed.ceiling is not None):
        wanted = finish_after(
            network.calendar[row],
            unpinned(network, early, row),
            network.length[row],
            network.months.get(row, 0),
        )
        finish_slack = min(finish_slack, (late[2 * row + 1] >> 1) - (wanted >> 1))
    return min(finish_slack, (late[2 * row] >> 1) - (early[2 * row] >> 1))


def free_float(network: Network, early: list[int], late: list[int], row: int) -> int:
    """How far a task may slip before a successor that is not done moves; without successors its total float."""
    total = total_float(network, early, late, row)
    own_start, own_finish = early[2 * row] >> 1, early[2 * row + 1] >> 1
    # The bounds on its late finish, with the successors' early dates in the place of their late ones.
    gaps = [((early[slot] + weight) >> 1) - own_finish for slot, weight in network.backward[row]]
    for crossing in network.backward_crossing[row]:
        bound = crossing.pull(early, early) >> 1
        gaps.append(bound - (own_start + network.length[row] if crossing.arc.from_start else own_finish))
    if not gaps:
        return max(0, total)
    return max(0, min(*gaps, total))
