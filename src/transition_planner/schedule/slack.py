"""Total and free float, in working minutes of the task's own calendar, else the plan's, as MS Project counts them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from transition_planner.schedule.passes import instant_of, unpinned
from transition_planner.schedule.span import finish_after
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.column import Column
    from transition_planner.schedule.network import Network


def total_float(network: Network, early: Column[int], late: Column[int], row: int) -> int:
    """How far a task may slip before its late dates: the lesser of start and finish.

    Where the start is a fact or set by hand, the finish counts alone. A task held by a pin or cap is measured from
    where its links want it, so that a date that cannot be met shows.
    """
    finish_slack = _gap(network, row, early[2 * row + 1], late[2 * row + 1])
    fixed = network.fixed.get(row)
    if fixed is not None:
        if fixed.dates is not None or fixed.begun is not None:
            return finish_slack
        if fixed.pin is not None or fixed.ceiling is not None:
            start, span = unpinned(network, early, row), network.spans.get(row)
            wanted = finish_after(network.calendar[row], start, network.length[row], span)
            finish_slack = min(finish_slack, _gap(network, row, wanted, late[2 * row + 1]))
    return min(finish_slack, _gap(network, row, early[2 * row], late[2 * row]))


def free_float(network: Network, early: Column[int], late: Column[int], row: int) -> int:
    """How far a task may slip before a successor that is not done moves; without successors its total float."""
    total = total_float(network, early, late, row)
    gaps = _gaps_as_counted(network, early, row) if row in network.measure else _gaps(network, early, row)
    return max(0, min(total, *gaps, total))


def _gap(network: Network, row: int, first: int, last: int) -> int:
    """Working minutes between two positions of a row, on the calendar that counts its float."""
    measure, calendar = network.measure.get(row), network.calendar[row]
    if measure is not None:
        with suppress(NoWorkingTime):  # else it lies before the calendar has any work, whose minutes must do
            return measure.work(calendar.instant(last)) - measure.work(calendar.instant(first))
    return (last >> 1) - (first >> 1)


def _gaps(network: Network, early: Column[int], row: int) -> Iterator[int]:
    """For each open successor the minutes between the bound it sets on the row's finish and that finish.

    The bounds are those on its late finish, with the successors' early dates in the place of their late ones.
    """
    finish = early[2 * row + 1] >> 1
    for slot, weight in network.backward[row]:
        yield ((early[slot] + weight) >> 1) - finish
    for crossing in network.backward_crossing[row]:
        from_start = crossing.arc.from_start and row not in network.spans
        own = (early[2 * row] >> 1) + network.length[row] if from_start else finish
        yield (crossing.pull(early, early) >> 1) - own


def _gaps_as_counted(network: Network, early: Column[int], row: int) -> Iterator[int]:
    """The same for a row whose float is counted on another calendar than it runs on."""
    calendar, count = network.calendar[row], network.measure[row].work
    finish = count(calendar.instant(early[2 * row + 1]))
    for slot, weight in network.backward[row]:
        yield count(instant_of(calendar, early[slot] + weight)) - finish
    for crossing in network.backward_crossing[row]:
        own = count(calendar.instant(early[2 * row])) if crossing.arc.from_start else finish
        yield count(crossing.limit(early, early)) - own
