"""Patching the network after an edit: only what hangs on the edited rows is made anew."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from transition_planner.plan.column import edited
from transition_planner.schedule.linking import arcs_of
from transition_planner.schedule.preparing import Setting, forget, prepare
from transition_planner.schedule.readying import ready_into, ready_out_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.workcalendar import WorkCalendar

_TEXTS = frozenset(
    {"title", "kind", "key", "note", "serves", "realises", "mitigates"}
    | {"tags", "rules", "range", "decision"}
)
"""Fields of tasks and phases that no date depends on."""
_OF_TASKS = frozenset({"tasks", "owner", "involves"})
"""Fields that say nothing of a phase's own dates."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A network after an edit."""

    network: Network
    into: set[int]
    """The rows whose early dates must be looked at: the edited ones and those that follow."""
    out_of: set[int]
    """The rows whose late dates must be looked at: the edited ones and those before."""


def patched(old: Network, plan: Plan, outline: Outline, rows: Iterable[int]) -> Patch | None:
    """The network after an edit of some rows that keeps all rows in their places.

    Args:
        old: The network before.
        plan: The plan after.
        outline: The outline after, with the same rows as the old network's.
        rows: Those whose tasks differ.

    Returns:
        None where the order of the old network no longer serves, or an edit of a phase reaches rows that its own arcs
        do not: then it must be compiled anew.
    """
    rows = [row for row in rows if _tells_dates(old.outline.tasks[row], outline.tasks[row])]
    if not rows:
        return Patch(replace(old, outline=outline), set(), set())
    if any(old.phase[row] for row in rows):
        return None
    network = old.copied(edited, outline)
    out_of = _linked_anew(network, old, rows)
    if out_of is None:
        return None
    setting = Setting(plan)
    for row in rows:
        forget(network, row)
        prepare(network, row, setting)
    into = _made_ready(old, network, rows, out_of)
    return Patch(_with_slots(old, network, rows), into, out_of)


def _made_ready(old: Network, network: Network, rows: list[int], out_of: set[int]) -> set[int]:
    """Make the arcs of edited rows ready, and those of their neighbours where an edit tells them something.

    Returns:
        The rows into which arcs may say something else now; `out_of` gets those out of which they may.
    """
    into, only_longer, told = set(rows), set(), set()
    for row in rows:
        if _tells_others(old, network, row):
            behind = {arc.succ for arc in network.succs[row]}
            before = {arc.pred for arc in network.preds[row]}
            into |= behind
            out_of |= before
            told |= behind | before
        elif network.preds[row] is old.preds[row] and network.succs[row] is old.succs[row]:
            only_longer.add(row)
    only_longer -= told  # of several edits at once, that of a neighbour may say something of its arcs
    # Most arcs bind ends that a length does not part from them: 12 µs an edit.
    for row in into:
        if row not in only_longer or any(arc.to_finish for arc in network.preds[row]):
            ready_into(network, row)
    for row in out_of:
        if row not in only_longer or any(arc.from_start for arc in network.succs[row]):
            ready_out_of(network, row)
    return into


def _tells_dates(old: Task, new: Task) -> bool:
    """Whether two forms of a task differ in anything that dates depend on."""
    silent = _TEXTS | _OF_TASKS if new.is_phase else _TEXTS
    was, is_ = vars(old), vars(new)
    replaced = compress(is_, map(is_not, map(was.__getitem__, is_), is_.values()))
    return any(name not in silent and was[name] != is_[name] for name in replaced)


def _tells_others(old: Network, new: Network, row: int) -> bool:
    """Whether an edit of a row changes what its arcs are to its neighbours, not only when they bind.

    A length does not, which is most edits: only whether there is one, and as the measure of a lag in percent.
    """
    return (
        new.calendar[row] is not old.calendar[row]
        or (new.length[row] > 0) is not (old.length[row] > 0)
        or new.spans.get(row) != old.spans.get(row)
        or new.fixed.get(row) != old.fixed.get(row)
        or any(arc.link.lag is not None and arc.link.lag.percent for arc in new.succs[row])
    )


def _linked_anew(network: Network, old: Network, rows: Iterable[int]) -> set[int] | None:
    """Put new arcs into rows in the place of their old ones.

    Returns:
        The rows and those that the arcs come and came from; None where the order of the network forbids an arc.
    """
    touched = set(rows)
    for row in rows:
        if network.outline.tasks[row].after == old.outline.tasks[row].after:
            continue
        arcs = arcs_of(network.outline, row)
        if any(network.rank[arc.pred] >= network.rank[row] or _starts_feeding(network, arc) for arc in arcs):
            return None
        preds = {arc.pred for arc in (*network.preds[row], *arcs)}
        for pred in preds:
            kept = [arc for arc in network.succs[pred] if arc.succ != row]
            network.succs[pred] = (*kept, *(arc for arc in arcs if arc.pred == pred))
            if network.phase[pred] and not network.succs[pred]:
                return None  # a phase that no longer leads on: its tasks may be ends now
        network.preds[row] = arcs
        touched |= preds
    return touched


def _starts_feeding(network: Network, arc: Arc) -> bool:
    """Whether an arc makes its phase one that has successors."""
    return network.phase[arc.pred] and not network.succs[arc.pred]


def _with_slots(old: Network, network: Network, rows: Iterable[int]) -> Network:
    """The network with the slots of some rows at the calendars they are on now."""
    moving = {2 * row for row in rows if network.calendar[row] is not old.calendar[row]}
    if not moving:
        return network
    slots: dict[str, tuple[WorkCalendar, list[int]]] = {
        calendar.name: (calendar, [slot for slot in there if slot not in moving])
        for calendar, there in old.slots
    }
    for slot in sorted(moving):
        calendar = network.calendar[slot // 2]
        slots.setdefault(calendar.name, (calendar, []))[1].append(slot)
    return replace(
        network, slots=tuple((calendar, tuple(there)) for calendar, there in slots.values() if there)
    )
