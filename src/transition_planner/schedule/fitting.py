"""The forward pass for plans with tasks that do not fit: what finds no time is given up, the rest is placed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import ALWAYS
from transition_planner.schedule.crossing import LATEST
from transition_planner.schedule.network import slots_of
from transition_planner.schedule.passes import forward, last_finish, place_early
from transition_planner.schedule.preparing import floor_of, forget, held_by_phases
from transition_planner.schedule.readying import ready_into, ready_out_of
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.schedule.network import Network


def placed(network: Network) -> tuple[Network, list[int], int]:
    """The network with the early positions of all rows and the instant at which everything is done.

    Tasks that find no time on their calendars are given up, and the rest is placed around them.
    """
    try:
        early = forward(network)
        return network, early, last_finish(network, early)
    except NoWorkingTime:
        early = [0] * (2 * len(network.outline))
        for row in network.order:
            _place_or_give_up(network, early, row)
        network = replace(network, slots=slots_of(network))
        return network, early, last_finish(network, early)


def _place_or_give_up(network: Network, early: list[int], row: int) -> None:
    try:
        _place_within_time(network, early, row)
    except NoWorkingTime as why:
        _give_up(network, row, why)
        try:
            _place_within_time(network, early, row)
        except NoWorkingTime:  # a lag leads out of the years that plans may use
            early[2 * row] = early[2 * row + 1] = network.calendar[row].position(LATEST)


def _place_within_time(network: Network, early: list[int], row: int) -> None:
    """As `place_early`, but with dates that the calendar can reach.

    Raises:
        NoWorkingTime: if it cannot.
    """
    place_early(network, early, row)
    if network.phase[row]:
        return
    for position in early[2 * row : 2 * row + 2]:
        network.calendar[row].instant(position)


def _give_up(network: Network, row: int, why: NoWorkingTime) -> None:
    """Make a task that finds no time on its calendar one that takes none, so that what follows it has dates."""
    forget(network, row)
    network.calendar[row], network.length[row] = network.calendars[ALWAYS], 0
    network.impossible[row] = why
    start = network.calendar[row].position(network.start)
    network.floor[row] = floor_of(network, row, start, held_by_phases(network.outline, row))
    for touched in {
        row,
        *(arc.pred for arc in network.preds[row]),
        *(arc.succ for arc in network.succs[row]),
    }:
        ready_into(network, touched)
        ready_out_of(network, touched)
