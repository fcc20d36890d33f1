"""Compiling one model of a plan to a network."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.linking import arcs_of_all, feeds_of_all
from transition_planner.schedule.network import blank_network, slots_of
from transition_planner.schedule.ordering import places, topological_order, undated
from transition_planner.schedule.preparing import Setting, forget_dates, prepare
from transition_planner.schedule.readying import ready_all

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars


def compile_network(plan: Plan, outline: Outline, calendars: Calendars, *, partly: bool = False) -> Network:
    """The network of an outline.

    Args:
        plan: The plan.
        outline: One model of it.
        calendars: The plan's working time.
        partly: Whether rows in circles, and what waits for them, are left without dates.

    Raises:
        CycleError: if links, also through phases, lead back to where they came from; not where `partly`.
    """
    phase = [task.is_phase for task in outline.tasks]
    network = _ordered(blank_network(plan, outline, calendars, phase))
    without = network.undated
    if without is not None and not partly:
        raise CycleError(without.circles[0])
    setting = Setting(plan)
    for row in range(len(outline)):
        prepare(network, row, setting)
        if without is not None and row in without.rows:
            forget_dates(network, row)
    ready_all(network)
    return replace(network, slots=slots_of(network))


def _ordered(blank: Network) -> Network:
    """The network with its arcs and its order; where there are circles, with the arcs between rows with dates."""
    preds, size = arcs_of_all(blank.outline), len(blank.outline)
    succs, feeds = _leading(blank, preds)
    order, without = topological_order(preds, succs, feeds), None
    if len(order) < size:
        without = undated(blank.outline, preds, succs, feeds, set(range(size)).difference(order))
        order = [row for row in sorted(range(size), key=without.rank.__getitem__) if row not in without.rows]
        preds = [tuple(arc for arc in arcs if without.rows.keys().isdisjoint(arc[:2])) for arcs in preds]
        succs, feeds = _leading(blank, preds)
    return replace(
        blank, preds=preds, succs=succs, feeds=feeds, order=order, rank=places(order, size), undated=without
    )


def _leading(
    blank: Network, preds: list[tuple[Arc, ...]]
) -> tuple[list[tuple[Arc, ...]], list[tuple[int, ...]]]:
    """The arcs out of each row, and for each row the phases around it that lead on."""
    succs: list[list[Arc]] = [[] for _ in preds]
    for arcs in preds:
        for arc in arcs:
            succs[arc.pred].append(arc)
    leading = {row for row, is_phase in enumerate(blank.phase) if is_phase and succs[row]}
    return [tuple(arcs) for arcs in succs], feeds_of_all(blank.outline, leading)
