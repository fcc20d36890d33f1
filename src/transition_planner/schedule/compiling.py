"""Compiling one model of a plan to a network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import topological_order
from transition_planner.schedule.linking import arcs_of_all, feeds_of_all
from transition_planner.schedule.network import blank_network, slots_of
from transition_planner.schedule.preparing import Setting, prepare
from transition_planner.schedule.readying import ready_all

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars


def compile_network(plan: Plan, outline: Outline, calendars: Calendars) -> Network:
    """The network of an outline.

    Raises:
        CycleError: if links, also through phases, lead back to where they came from.
    """
    blank, size = blank_network(plan, outline, calendars), len(outline)
    preds = arcs_of_all(outline)
    succs: list[list[Arc]] = [[] for _ in range(size)]
    for arcs in preds:
        for arc in arcs:
            succs[arc.pred].append(arc)
    feeds = feeds_of_all(outline, {row for row in range(size) if blank.phase[row] and succs[row]})
    order = topological_order(outline, preds, succs, feeds)
    rank = [0] * size
    for place, row in enumerate(order):
        rank[row] = place
    network = replace(
        blank, preds=preds, succs=[tuple(arcs) for arcs in succs], feeds=feeds, order=order, rank=rank
    )
    setting = Setting(plan)
    for row in range(size):
        prepare(network, row, setting)
    ready_all(network)
    return replace(network, slots=slots_of(network))
