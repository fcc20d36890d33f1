"""Making arcs ready for the passes: additions where both ends live on one calendar, else crossings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType
from transition_planner.plan.quantity import WORKING_UNITS
from transition_planner.schedule.arc import direct
from transition_planner.schedule.crossing import Crossing, VaryingCrossing
from transition_planner.schedule.linking import drives
from transition_planner.schedule.work import months_of

if TYPE_CHECKING:
    from transition_planner.plan.column import Column
    from transition_planner.schedule.arc import Arc, Direct
    from transition_planner.schedule.network import Network


def ready_all(network: Network) -> None:
    """Make the arcs of all rows ready, each once: 30,000 in 25 ms."""
    size, calendar = len(network.outline), network.calendar
    backward: list[list[Direct]] = [[] for _ in range(size)]
    backward_crossing: list[list[Crossing]] = [[] for _ in range(size)]
    by_hand = network.manual_phases.keys()
    held = network.fixed.keys() | by_hand
    odd = held | network.spans.keys() | {row for row, is_phase in enumerate(network.phase) if is_phase}
    for row, arcs in enumerate(network.preds):
        if not arcs:
            continue
        forward: list[Direct] = []
        crossing: list[Crossing] = []
        target = calendar[row]
        is_plain = row not in odd and not by_hand
        for arc in arcs:
            pred, _, link, _ = arc
            if (
                is_plain
                and link.type is LinkType.FS
                and link.lag is None
                and calendar[pred] is target
                and pred not in odd
            ):  # as `direct` has it: half of all arcs, in a quarter of the time
                forward.append((2 * pred + 1, 0))
                backward[pred].append((2 * row, 0))
                continue
            made = _ready(network, arc)
            there, back = (made, made) if isinstance(made, Crossing) else made
            if not by_hand or moves_its_task(network, arc):
                _add(there, forward, crossing)
            if not (row in held or pred in held) or _binds(network, arc):
                _add(back, backward[pred], backward_crossing[pred])
        network.forward[row] = tuple(forward)
        network.forward_crossing[row] = tuple(crossing)
    for row in range(size):
        network.backward[row] = tuple(backward[row])
        network.backward_crossing[row] = tuple(backward_crossing[row])


def _add(made: Direct | Crossing, additions: list[Direct], crossings: list[Crossing]) -> None:
    if isinstance(made, Crossing):
        crossings.append(made)
    else:
        additions.append(made)


def ready_into(network: Network, row: int) -> None:
    """Make the arcs into one row ready, forward."""
    network.forward[row], network.forward_crossing[row] = made_into(network, row)


def ready_out_of(network: Network, row: int) -> None:
    """Make the arcs out of one row ready, backward."""
    network.backward[row], network.backward_crossing[row] = made_out_of(network, row)


def made_into(network: Network, row: int) -> tuple[tuple[Direct, ...], tuple[Crossing, ...]]:
    """The arcs into one row, forward."""
    made = [_ready(network, arc) for arc in network.preds[row] if moves_its_task(network, arc)]
    return (
        tuple(each[0] for each in made if not isinstance(each, Crossing)),
        tuple(each for each in made if isinstance(each, Crossing)),
    )


def made_out_of(network: Network, row: int) -> tuple[tuple[Direct, ...], tuple[Crossing, ...]]:
    """The arcs out of one row, backward."""
    made = [_ready(network, arc) for arc in network.succs[row] if _binds(network, arc)]
    return (
        tuple(each[1] for each in made if not isinstance(each, Crossing)),
        tuple(each for each in made if isinstance(each, Crossing)),
    )


def moves_its_task(network: Network, arc: Arc) -> bool:
    """Whether the arc has a say in when its task starts."""
    return not network.manual_phases or drives(network.outline, arc)


def lag_minutes(network: Network, arc: Arc) -> int:
    """The working minutes of an arc's lag, on the successor's calendar; of a share, the predecessor's length counts."""
    lag = arc.link.lag
    if lag is None:
        return 0
    if lag.unit in WORKING_UNITS:
        return network.calendar[arc.succ].minutes(lag)
    if lag.percent:
        fixed = network.fixed.get(arc.pred)
        whole = network.length[arc.pred] if fixed is None or fixed.begun is None else fixed.whole
        return round(whole * lag.amount / 100)
    return 0


def makes_late(network: Network, arc: Arc, row: int, early: Column[int], late: Column[int]) -> bool:
    """Whether a task ends, or starts where that is what the link says, too late for an arc's successor.

    Args:
        network: The network.
        arc: One of its arcs.
        row: The arc's predecessor, or a task inside of it.
        early: The early positions of all slots.
        late: The late positions of all slots.
    """
    if not _binds(network, arc):
        return False
    made = _ready(network, arc)
    if not isinstance(made, Crossing):
        slot, weight = made[1]
        spare = ((late[slot] + weight) >> 1) - (early[2 * row + 1] >> 1)
        if spare:  # only where none is left it matters which side of a gap a milestone stands on
            return spare < 0
        lengths = network.length[arc.pred], network.length[arc.succ]
        calendars = network.calendar[arc.pred], network.calendar[arc.succ]
        made = Crossing(arc, *calendars, *lengths, lag_minutes(network, arc))
    end = early[2 * row + (not arc.from_start)]
    return network.calendar[row].instant(end) > made.limit(late, early)


def _binds(network: Network, arc: Arc) -> bool:
    """Whether the successor can be late by its predecessor.

    Not when it is done, when the start it follows is a fact, or when both are phases with dates set by hand.
    """
    pred, succ = network.fixed.get(arc.pred), network.fixed.get(arc.succ)
    if succ is not None and succ.finished:
        return False
    if pred is not None and pred.started and arc.from_start:
        return False
    return arc.pred not in network.manual_phases or moves_its_task(network, arc)


def _of_now(network: Network, arc: Arc) -> bool:
    """Whether the lag is a share of a length that is only known once the predecessor is placed."""
    lag = arc.link.lag
    return lag is not None and lag.percent and (network.phase[arc.pred] or arc.pred in network.spans)


def _ready(network: Network, arc: Arc) -> tuple[Direct, Direct] | Crossing:
    """An arc as additions where both ends live on one calendar and nothing runs by the clock or varies."""
    pred, succ, link, _ = arc
    source, target, lag = network.calendar[pred], network.calendar[succ], link.lag
    lengths = network.length[pred], network.length[succ]
    spans = network.spans
    varies = bool(spans) and (pred in spans or succ in spans)
    minutes = 0 if lag is None else lag_minutes(network, arc)
    # What starts a period, and working time after it, is the end of one: a milestone can stand there.
    by_length = lag is None or (
        not lag.elapsed and (lengths[1] > 0 or (lengths[0] > 0 and not arc.from_start))
    )
    if source is target and by_length and not varies and not network.phase[pred]:
        return direct(arc, minutes, *lengths)
    if not varies and (lag is None or lag.unit in WORKING_UNITS):
        return Crossing(arc, source, target, *lengths, minutes)
    of_now = _of_now(network, arc)
    if varies or of_now or months_of(lag):
        return VaryingCrossing(
            arc, source, target, *lengths, None if of_now else minutes, spans.get(pred), spans.get(succ)
        )
    return Crossing(arc, source, target, *lengths, minutes)
