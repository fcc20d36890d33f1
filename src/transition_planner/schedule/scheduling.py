"""Scheduling one model of a plan: from the start, or by what an edit moves."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from transition_planner.plan.collector import collector_paused
from transition_planner.plan.column import edited
from transition_planner.plan.outline import outline
from transition_planner.schedule import bulk
from transition_planner.schedule.compiling import compile_network
from transition_planner.schedule.fitting import placed
from transition_planner.schedule.passes import backward, forward, forward_from
from transition_planner.schedule.rescheduling import rescheduled
from transition_planner.schedule.schedule import Schedule
from transition_planner.worktime.calendars import calendars_of

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars


_TIME = itemgetter("calendars", "calendar", "start", "status_date", "day", "week", "roles", "limits")
"""Of a plan's fields all that dates depend on, the tasks left out."""


def schedule(
    plan: Plan, model: str | None = None, *, previous: Schedule | None = None, partly: bool = False
) -> Schedule:
    """Schedule one model of a plan.

    Args:
        plan: The plan.
        model: Its model; absent the chosen one, else the first; with `previous` that one's.
        previous: The schedule of the same plan before an edit. Then only what the edit moves is computed; the result
            is the same.
        partly: Whether tasks in a circle of links, and what waits for them, are left without dates.

    Raises:
        CycleError: if links lead back to where they came from; not where `partly`.
    """
    if previous is not None and model in (None, previous.model) and _same_time(previous.plan, plan):
        found = rescheduled(plan, previous)
        if found is not None:
            return found
        model = previous.model
    calendars = (
        previous.calendars if previous is not None and _same_time(previous.plan, plan) else calendars_of(plan)
    )
    with collector_paused():
        rows = outline(plan, model)
        if len(rows) >= bulk.LARGE:
            found = _at_once(plan, rows, calendars)
            if found is not None:
                return found
        return _whole(plan, compile_network(plan, rows, calendars, partly=partly))


def _at_once(plan: Plan, rows: Outline, calendars: Calendars) -> Schedule | None:
    """The schedule of a large plan by numpy; None where that is not installed, or lists are quicker."""
    try:
        from transition_planner.schedule.bulk.engine import placed_at_once  # noqa: PLC0415  # numpy takes 70 ms
    except ImportError:
        return None
    found = placed_at_once(plan, rows, calendars)
    return None if found is None else Schedule(plan, *found)


def _whole(plan: Plan, network: Network) -> Schedule:
    network, early, finish = placed(network)
    return _as_late(Schedule(plan, network, early, backward(network, early, finish), finish))


def _same_time(old: Plan, new: Plan) -> bool:
    """Whether two plans have the same of all that dates depend on besides the tasks."""
    return bool(_TIME(vars(old)) == _TIME(vars(new)))


def _as_late(found: Schedule) -> Schedule:
    """The schedule with tasks that wait as long as they may moved to their late dates, and what follows them."""
    network = found.network
    if not network.waiting:
        return found
    floor = edited(network.floor)
    for row in network.waiting:
        floor[row] = max(floor[row], found.late[2 * row])
    behind = replace(network, floor=floor)
    ahead = forward_from(behind, found.early, network.waiting)
    return replace(found, early=forward(behind) if ahead is None else ahead[0])
