"""The schedule after an edit, by what that moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.collector import collector_paused
from transition_planner.plan.column import settled
from transition_planner.plan.outline import updated
from transition_planner.schedule.passes import backward, backward_from, forward, forward_from, moved_finish
from transition_planner.schedule.patching import patched
from transition_planner.schedule.schedule import Schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.plan.column import Column
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.network import Network
    from transition_planner.schedule.patching import Patch


def rescheduled(plan: Plan, previous: Schedule) -> Schedule | None:
    """The schedule after an edit of some tasks; None where the network of before does not serve."""
    after = updated(previous.outline, plan)
    if after is None or previous.impossible or previous.undated or previous.network.waiting:
        return None  # what waits has moved others in a third pass: there is no early date to go on from
    patch = patched(previous.network, plan, *after)
    if patch is None or patch.network.impossible or patch.network.waiting:
        return None
    try:
        return _followed(plan, previous, patch)
    except NoWorkingTime:
        return None


def _followed(plan: Plan, previous: Schedule, patch: Patch) -> Schedule | None:
    """The schedule of a patched network by what moves, where that is little, else by full passes.

    None where the columns of a large network do not serve.

    Raises:
        NoWorkingTime: if a calendar has no time for what moves.
    """
    network = patch.network
    ahead = forward_from(network, previous.early, patch.into)
    if ahead is None and network.columns is not None:
        return _at_once(plan, network)
    early, moved = ahead or _forward_again(network, previous.early)
    known = previous.network, previous.early, previous.finish
    finish = moved_finish(*known, network, early, patch.into | moved)
    looked_at = patch.out_of | _looking_ahead(network, moved)
    behind = (
        backward_from(network, early, previous.late, looked_at, finish) if finish == previous.finish else None
    )
    if behind is not None:
        late, moved_late = behind
        seen = frozenset(patch.out_of | moved | moved_late)
        return Schedule(plan, network, early, late, finish, (previous.critical_tasks, seen))
    if network.columns is not None:
        return _at_once(plan, network)
    network, early = network.copied(settled), settled(early)
    return Schedule(plan, network, early, backward(network, early, finish), finish)


def _at_once(plan: Plan, network: Network) -> Schedule | None:
    """The schedule of a large network by the passes of numpy."""
    from transition_planner.schedule.bulk.engine import placed_again  # noqa: PLC0415  # numpy takes 70 ms

    with collector_paused():
        found = placed_again(network)
    return None if found is None else Schedule(plan, *found)


def _forward_again(network: Network, before: Column[int]) -> tuple[Column[int], set[int]]:
    """As `forward_from`, by the full pass."""
    early = forward(network.copied(settled))
    slots = zip(early, before, strict=True)
    return early, {slot // 2 for slot, (now, then) in enumerate(slots) if now != then}


def _looking_ahead(network: Network, rows: set[int]) -> set[int]:
    """Those of some rows whose late dates depend on early ones.

    Where a phase starts tells which of its tasks carry what follows that start: any of them may be among those now.
    """
    carriers = {
        inside
        for row in rows
        if network.phase[row] and any(arc.from_start for arc in network.succs[row])
        for inside in network.outline.leaves(row)
    }
    if network.each_end:
        return rows | carriers
    return carriers | {
        row
        for row in rows
        if row in network.fixed or row in network.spans or network.feeds[row] or network.phase[row]
    }
