"""The network: one model of a plan compiled to flat lists that the passes run over.

Every row of the outline is a node. A task is bound by its arcs; a phase is only there to gather its tasks for the
links that leave it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import ALWAYS
from transition_planner.plan.link import LinkType
from transition_planner.schedule.cycle import topological_order
from transition_planner.schedule.fixing import fixing, has_dates
from transition_planner.schedule.linking import arcs_of, arcs_of_all, feeds_of_all, phases_around
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.schedule.readying import moves_its_task, ready_all, ready_row
from transition_planner.schedule.work import is_under_way, minutes_ahead, role_calendars, work_of
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc, Direct
    from transition_planner.schedule.crossing import Crossing
    from transition_planner.schedule.fixing import Fixing
    from transition_planner.schedule.span import Span
    from transition_planner.worktime.calendars import Calendars
    from transition_planner.worktime.workcalendar import WorkCalendar

NEVER = -(1 << 62)
"""Earlier than any position."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Network:
    """Lists have one entry a row of the outline. They are filled while the network is made and not changed later."""

    outline: Outline
    calendars: Calendars
    start: int
    """The plan's start, an instant."""
    each_end: bool
    """Whether what nothing follows has its own finish for its limit."""
    manual_phases: dict[int, tuple[int, int]]
    """The phases whose dates are set by hand, and those: instants of start and finish."""
    calendar: list[WorkCalendar]
    """What each row runs on; round the clock for elapsed durations and phases."""
    length: list[int]
    """Working minutes on that calendar that are ahead; 0 for phases, milestones and rows with a span."""
    spans: dict[int, Span]
    """What rows take whose length varies."""
    measure: dict[int, WorkCalendar]
    """The calendars that count the float of rows which run on others."""
    phase: list[bool]
    """Whether a row stands for the tasks inside it."""
    preds: list[tuple[Arc, ...]]
    succs: list[tuple[Arc, ...]]
    feeds: list[tuple[int, ...]]
    """The phases around a row that have successors, the inmost first."""
    order: list[int]
    """All rows, predecessors first; a phase comes behind its tasks."""
    rank: list[int]
    """The place of each row in that order."""
    floor: list[int]
    """The position before which a row does not start for reasons other than links."""
    fixed: dict[int, Fixing]
    forward: list[tuple[Direct, ...]]
    forward_crossing: list[tuple[Crossing, ...]]
    backward: list[tuple[Direct, ...]]
    backward_crossing: list[tuple[Crossing, ...]]
    impossible: dict[int, NoWorkingTime]
    """Rows whose work, or whose fixed dates, their calendars have no time for."""
    slots: tuple[tuple[WorkCalendar, tuple[int, ...]], ...]
    """The start slots of all tasks by their calendar: positions compare inside one."""


def compile_network(plan: Plan, outline: Outline, calendars: Calendars) -> Network:
    """The network of an outline.

    Raises:
        CycleError: if links, also through phases, lead back to where they came from.
    """
    size = len(outline)
    preds = arcs_of_all(outline)
    succs: list[list[Arc]] = [[] for _ in range(size)]
    for arcs in preds:
        for arc in arcs:
            succs[arc.pred].append(arc)
    feeds = feeds_of_all(outline, {row for row in range(size) if outline.tasks[row].is_phase and succs[row]})
    order = topological_order(outline, preds, succs, feeds)
    rank = [0] * size
    for place, row in enumerate(order):
        rank[row] = place
    always = calendars[ALWAYS]
    network = Network(
        outline=outline,
        calendars=calendars,
        start=start_of(plan.start),
        each_end=plan.limits.each_end,
        manual_phases={
            row: (start_of(task.manual.start), end_of(task.manual.finish))
            for row, task in enumerate(outline.tasks)
            if task.is_phase and task.manual is not None
        },
        calendar=[always] * size,
        length=[0] * size,
        spans={},
        measure={},
        phase=[task.is_phase for task in outline.tasks],
        preds=preds,
        succs=[tuple(arcs) for arcs in succs],
        feeds=feeds,
        order=order,
        rank=rank,
        floor=[0] * size,
        fixed={},
        forward=[()] * size,
        forward_crossing=[()] * size,
        backward=[()] * size,
        backward_crossing=[()] * size,
        impossible={},
        slots=(),
    )
    setting = _Setting(plan)
    for row in range(size):
        _prepare(network, row, setting)
    ready_all(network)
    return replace(network, slots=_slots(network))


def patched(
    old: Network, plan: Plan, outline: Outline, rows: Iterable[int]
) -> tuple[Network, set[int]] | None:
    """The network after an edit of some rows that keeps all rows in their places.

    Args:
        old: The network before.
        plan: The plan after.
        outline: The outline after, with the same rows as the old network's.
        rows: Those whose tasks differ.

    Returns:
        The new network and the rows whose dates must be looked at; None where the order of the old network no
        longer serves and it must be compiled anew.
    """
    rows = list(rows)
    if any(_reaches_beyond(old.outline.tasks[row], outline.tasks[row]) for row in rows):
        return None
    preds, succs = old.preds.copy(), old.succs.copy()
    touched = set(rows)
    for row in rows:
        if outline.tasks[row].after != old.outline.tasks[row].after:
            arcs = arcs_of(outline, row)
            if any(old.rank[arc.pred] >= old.rank[row] or _starts_feeding(old, outline, arc) for arc in arcs):
                return None
            for pred in {arc.pred for arc in preds[row]} | {arc.pred for arc in arcs}:
                kept = [arc for arc in succs[pred] if arc.succ != row]
                succs[pred] = (*kept, *(arc for arc in arcs if arc.pred == pred))
                touched.add(pred)
            preds[row] = arcs
        touched.update(arc.pred for arc in preds[row])
        touched.update(arc.succ for arc in succs[row])
    network = replace(
        old,
        outline=outline,
        calendar=old.calendar.copy(),
        length=old.length.copy(),
        spans=old.spans.copy(),
        measure=old.measure.copy(),
        preds=preds,
        succs=succs,
        floor=old.floor.copy(),
        fixed=old.fixed.copy(),
        forward=old.forward.copy(),
        forward_crossing=old.forward_crossing.copy(),
        backward=old.backward.copy(),
        backward_crossing=old.backward_crossing.copy(),
        impossible=old.impossible.copy(),
    )
    setting = _Setting(plan)
    for row in rows:
        _forget(network, row)
        _prepare(network, row, setting)
    for row in touched:
        ready_row(network, row)
    if any(network.calendar[row] is not old.calendar[row] for row in rows):
        network = replace(network, slots=_slots(network))
    return network, touched


def give_up(network: Network, row: int, why: NoWorkingTime) -> None:
    """Make a task that finds no time on its calendar one that takes none, so that what follows it has dates.

    For a network that is still being made.
    """
    _forget(network, row)
    network.calendar[row], network.length[row] = network.calendars[ALWAYS], 0
    network.impossible[row] = why
    start = network.calendar[row].position(network.start)
    network.floor[row] = _floor(network, row, start, _held_by_phases(network.outline, row))
    for touched in {
        row,
        *(arc.pred for arc in network.preds[row]),
        *(arc.succ for arc in network.succs[row]),
    }:
        ready_row(network, touched)


def with_slots(network: Network) -> Network:
    """The network after some tasks were given up."""
    return replace(network, slots=_slots(network))


def _reaches_beyond(old: Task, new: Task) -> bool:
    """Whether an edit of a row reaches rows that its own arcs do not: that of a phase does, but for its texts."""
    if not new.is_phase:
        return False
    texts = {"title", "kind", "key", "note", "owner", "tasks", "involves", "serves", "realises", "mitigates"}
    return any(
        getattr(old, name) != getattr(new, name) for name in type(new).model_fields if name not in texts
    )


def _starts_feeding(old: Network, outline: Outline, arc: Arc) -> bool:
    """Whether an arc makes its phase one that has successors."""
    return outline.tasks[arc.pred].is_phase and not old.succs[arc.pred]


def _slots(network: Network) -> tuple[tuple[WorkCalendar, tuple[int, ...]], ...]:
    by_calendar: dict[str, tuple[WorkCalendar, list[int]]] = {}
    for row, calendar in enumerate(network.calendar):
        if not network.phase[row]:
            by_calendar.setdefault(calendar.name, (calendar, []))[1].append(2 * row)
    return tuple((calendar, tuple(slots)) for calendar, slots in by_calendar.values())


def _forget(network: Network, row: int) -> None:
    """Take away what only some rows have."""
    for of_some in (network.spans, network.measure, network.fixed, network.impossible):
        of_some.pop(row, None)


class _Setting:
    """What many rows of a plan have in common, worked out once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.role_calendars = role_calendars(plan)
        self._starts: dict[str, int] = {}
        self._phases: dict[int, tuple[int | None, int | None]] = {}

    def start(self, network: Network, calendar: WorkCalendar) -> int:
        """The plan's start as a position on a calendar."""
        start = self._starts.get(calendar.name)
        if start is None:
            start = self._starts[calendar.name] = calendar.position(network.start)
        return start

    def held(self, outline: Outline, row: int) -> tuple[int | None, int | None]:
        """As `_held_by_phases`."""
        above = outline.parent[row]
        found = self._phases.get(above)
        if found is None:
            found = self._phases[above] = _held_by_phases(outline, row)
        return found


def _prepare(network: Network, row: int, setting: _Setting) -> None:
    """Fill in how a row runs, its floor and what fixes its dates."""
    task, plan = network.outline.tasks[row], setting.plan
    work = work_of(plan, task, network.calendars, setting.role_calendars)
    network.calendar[row] = work.calendar
    if work.measure is not None:
        network.measure[row] = work.measure
    if has_dates(task) and not task.is_phase:
        try:
            network.fixed[row] = fixing(task, work, plan.status_date)
        except NoWorkingTime as why:
            network.impossible[row] = why
    if is_under_way(task):
        network.length[row] = minutes_ahead(task, work)
    else:
        network.length[row] = work.length
        if work.span is not None:
            network.spans[row] = work.span
    start = setting.start(network, work.calendar)
    network.floor[row] = _floor(network, row, start, setting.held(network.outline, row))


def _floor(network: Network, row: int, start: int, by_phases: tuple[int | None, int | None]) -> int:
    """The position before which a row does not start for reasons other than links.

    Args:
        network: The network.
        row: A task.
        start: The position of the plan's start.
        by_phases: What `_held_by_phases` says of the row.
    """
    fixed, position = network.fixed.get(row), network.calendar[row].position
    if fixed is not None and fixed.begun is not None:
        return fixed.floor or start
    held, by_hand = by_phases
    arcs = network.preds[row]
    if network.manual_phases:
        arcs = tuple(arc for arc in arcs if moves_its_task(network, arc))
    if arcs and by_hand is None:
        # What follows work that began before the plan's start may do so too, but no lead takes it there.
        floor = start if _may_lead_back(arcs) else NEVER
        if fixed is not None and fixed.floor is not None:
            floor = max(floor, fixed.floor)
    elif fixed is not None and fixed.floor is not None:
        floor = fixed.floor  # MS Project: such a date takes the place of the start that others have
    else:
        floor = start if by_hand is None else position(by_hand)
    return floor if held is None else max(floor, position(held))


def _held_by_phases(outline: Outline, row: int) -> tuple[int | None, int | None]:
    """The instant before which the phases around a row do not start, and the start of the inmost set by hand."""
    held = None
    for above in phases_around(outline, row):
        task = outline.tasks[above]
        if task.manual is not None:
            return held, start_of(task.manual.start)
        if task.start_no_earlier_than is not None:
            held = max(held or 0, start_of(task.start_no_earlier_than.date))
    return held, None


def _may_lead_back(arcs: tuple[Arc, ...]) -> bool:
    """Whether an arc may ask for a start before its predecessor's."""
    for arc in arcs:
        type_, lag = arc.link.type, arc.link.lag
        if type_ is LinkType.FF or type_ is LinkType.SF or (lag is not None and lag.amount < 0):
            return True
    return False
