"""The network: one model of a plan compiled to flat lists that the passes run over.

Every row of the outline is a node. A task is bound by its arcs; a phase is only there to gather its tasks for the
links that leave it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress
from typing import TYPE_CHECKING

from transition_planner.plan.calendar import ALWAYS
from transition_planner.schedule.moments import end_of, start_of

if TYPE_CHECKING:
    from transition_planner.plan.column import Column, Copy
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.arc import Arc, Direct
    from transition_planner.schedule.bulk.columns import Columns
    from transition_planner.schedule.crossing import Crossing
    from transition_planner.schedule.cycle import Undated
    from transition_planner.schedule.fixing import Fixing
    from transition_planner.schedule.span import Span
    from transition_planner.worktime.calendars import Calendars
    from transition_planner.worktime.noworkingtime import NoWorkingTime
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Network:
    """Columns have one entry a row of the outline. They are filled while the network is made and not changed later."""

    outline: Outline
    calendars: Calendars
    start: int
    """The plan's start, an instant."""
    each_end: bool
    """Whether what nothing follows has its own finish for its limit."""
    manual_phases: dict[int, tuple[int, int]]
    """The phases whose dates are set by hand, and those: instants of start and finish."""
    calendar: Column[WorkCalendar]
    """What each row runs on; round the clock for elapsed durations and phases."""
    length: Column[int]
    """Working minutes on that calendar that are ahead; 0 for phases, milestones and rows with a span."""
    spans: dict[int, Span]
    """What rows take whose length varies."""
    measure: dict[int, WorkCalendar]
    """The calendars that count the float of rows which run on others."""
    phase: list[bool]
    """Whether a row stands for the tasks inside it."""
    preds: Column[tuple[Arc, ...]]
    succs: Column[tuple[Arc, ...]]
    feeds: list[tuple[int, ...]]
    """The phases around a row that have successors, the inmost first."""
    order: Column[int]
    """All rows that can have dates, predecessors first; a phase comes behind its tasks."""
    rank: Column[int]
    """The place of each row in that order."""
    floor: Column[int]
    """The position before which a row does not start for reasons other than links."""
    fixed: dict[int, Fixing]
    forward: Column[tuple[Direct, ...]]
    forward_crossing: Column[tuple[Crossing, ...]]
    backward: Column[tuple[Direct, ...]]
    backward_crossing: Column[tuple[Crossing, ...]]
    waiting: set[int]
    """Rows that start as late as they may."""
    impossible: dict[int, NoWorkingTime]
    """Rows whose work, or whose fixed dates, their calendars have no time for."""
    slots: tuple[tuple[WorkCalendar, tuple[int, ...]], ...]
    """The start slots of all tasks by their calendar: positions compare inside one."""
    columns: Columns | None = None
    """The same as arrays, where it is large; edits made since are not in them."""
    undated: Undated | None = None
    """What circles leave without dates, where there are some. These rows have no arcs and no place in the order."""

    def copied(self, copy: Copy, outline: Outline | None = None) -> Network:
        """The same with whatever an edit changes copied, columns by `copy`, and another outline where one is given."""
        return replace(
            self,
            outline=outline or self.outline,
            calendar=copy(self.calendar),
            length=copy(self.length),
            spans=self.spans.copy(),
            measure=self.measure.copy(),
            preds=copy(self.preds),
            succs=copy(self.succs),
            floor=copy(self.floor),
            fixed=self.fixed.copy(),
            forward=copy(self.forward),
            forward_crossing=copy(self.forward_crossing),
            backward=copy(self.backward),
            backward_crossing=copy(self.backward_crossing),
            waiting=self.waiting.copy(),
            impossible=self.impossible.copy(),
        )


def blank_network(plan: Plan, outline: Outline, calendars: Calendars, phase: list[bool]) -> Network:
    """A network in which no row is prepared and nothing is linked.

    Args:
        plan: The plan.
        outline: The rows.
        calendars: The plan's working time.
        phase: Whether each row stands for the tasks inside it.
    """
    size = len(outline)
    always = calendars[ALWAYS]
    return Network(
        outline=outline,
        calendars=calendars,
        start=start_of(plan.start),
        each_end=plan.limits.each_end,
        manual_phases={
            row: (start_of(task.manual.start), end_of(task.manual.finish))
            for row in compress(range(size), phase)
            if (task := outline.tasks[row]).manual is not None
        },
        calendar=[always] * size,
        length=[0] * size,
        spans={},
        measure={},
        phase=phase,
        preds=[()] * size,
        succs=[()] * size,
        feeds=[()] * size,
        order=[],
        rank=[],
        floor=[0] * size,
        fixed={},
        forward=[()] * size,
        forward_crossing=[()] * size,
        backward=[()] * size,
        backward_crossing=[()] * size,
        waiting=set(),
        impossible={},
        slots=(),
    )


def slots_of(network: Network) -> tuple[tuple[WorkCalendar, tuple[int, ...]], ...]:
    """The start slots of all tasks with dates by their calendar."""
    by_calendar: dict[str, tuple[WorkCalendar, list[int]]] = {}
    without = network.undated.rows if network.undated else {}
    for row, calendar in enumerate(network.calendar):
        if not network.phase[row] and row not in without:
            by_calendar.setdefault(calendar.name, (calendar, []))[1].append(2 * row)
    return tuple((calendar, tuple(slots)) for calendar, slots in by_calendar.values())
