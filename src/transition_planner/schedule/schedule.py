"""The schedule: what the passes found, told by row in instants, working minutes and days."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from transition_planner.plan.column import settled
from transition_planner.schedule.moments import end_of, start_of
from transition_planner.schedule.passes import (
    instant_of,
    outermost,
    phase_dates,
    unpinned,
)
from transition_planner.schedule.slack import free_float, total_float
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.plan.column import Column
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.cycle import Circle
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.calendars import Calendars
    from transition_planner.worktime.noworkingtime import NoWorkingTime
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, eq=False)
class Schedule:
    """The dates of one model of a plan. Rows are those of its outline, phases included; instants are minutes."""

    plan: Plan
    network: Network = field(repr=False)
    early: Column[int] = field(repr=False)
    """Early positions, two a row (see passes); not to be changed."""
    late: Column[int] = field(repr=False)
    """Late positions, two a row; not to be changed."""
    finish: int
    """The instant at which the last task is done, and the last phase whose dates are set by hand."""
    before: tuple[frozenset[int], frozenset[int]] | None = field(default=None, repr=False)
    """After an edit: the critical tasks before it, and the rows it moved; None where all are to be looked at."""

    @property
    def outline(self) -> Outline:
        """The rows."""
        return self.network.outline

    @property
    def model(self) -> str | None:
        """The model scheduled; None where the plan has none."""
        return self.network.outline.model

    @property
    def calendars(self) -> Calendars:
        """The plan's working time."""
        return self.network.calendars

    @cached_property
    def start(self) -> int:
        """The instant at which the first task starts; the plan's start where there is none."""
        network, early = self.network, settled(self.early)
        starts = [calendar.instant(min([early[slot] for slot in slots])) for calendar, slots in network.slots]
        starts += [start for start, _ in network.manual_phases.values()]
        return min(starts, default=network.start)

    @cached_property
    def _phases(self) -> dict[int, tuple[int, int, int, int]]:
        return {}

    def _phase(self, row: int) -> tuple[int, int, int, int]:
        """Early start and finish, late start and finish of a phase, worked out once when asked for."""
        if row not in self._phases:
            first, last = outermost(self.network, self.late, row)
            dates = phase_dates(self.network, self.early, row)
            self._phases[row] = (*dates, self.late_start(first), self.late_finish(last))
        return self._phases[row]

    @property
    def impossible(self) -> Mapping[int, NoWorkingTime]:
        """Tasks whose calendars have no time for their work or for a fixed date of theirs, with what is missing.

        Such a date is passed over; such work takes no time, so that what follows it has dates.
        """
        return self.network.impossible

    @property
    def undated(self) -> Mapping[int, Circle]:
        """The rows without dates, each with the circle it is in or waits for; of these no date or float means anything.

        Floats of the other rows count only what has dates.
        """
        without = self.network.undated
        return {} if without is None else without.rows

    @property
    def circles(self) -> tuple[Circle, ...]:
        """The circles of links: without the last link of each there is none."""
        without = self.network.undated
        return () if without is None else without.circles

    @property
    def tangled(self) -> frozenset[int]:
        """The rows that wait for each other."""
        without = self.network.undated
        return frozenset() if without is None else without.tangled

    @property
    def rank(self) -> Column[int]:
        """A place for each row, predecessors first; links between rows that wait for each other aside."""
        without = self.network.undated
        return self.network.rank if without is None else without.rank

    def calendar(self, row: int) -> WorkCalendar:
        """What a task runs on; for a phase the plan's calendar."""
        network = self.network
        return network.calendars[self.plan.calendar] if network.phase[row] else network.calendar[row]

    def early_start(self, row: int) -> int:
        """The instant a task or phase can start."""
        if self.network.phase[row]:
            return self._phase(row)[0]
        return self.network.calendar[row].instant(self.early[2 * row])

    def early_finish(self, row: int) -> int:
        """The instant a task or phase can be done."""
        if self.network.phase[row]:
            return self._phase(row)[1]
        return self.network.calendar[row].instant(self.early[2 * row + 1])

    def late_start(self, row: int) -> int:
        """The instant by which it must start if nothing is to be late; once begun, when it began."""
        if self.network.phase[row]:
            return self._phase(row)[2]
        fixed = self.network.fixed.get(row)
        if fixed is not None and fixed.started:
            return self.early_start(row)
        return self._late(row, 2 * row)

    def late_finish(self, row: int) -> int:
        """The instant by which it must be done if nothing is to be late."""
        if self.network.phase[row]:
            return self._phase(row)[3]
        return self._late(row, 2 * row + 1)

    def _late(self, row: int, slot: int) -> int:
        position = self.late[slot]
        if position >> 1 == self.early[slot] >> 1:
            # With no working time between them both are the same moment, and then it is told in the same words.
            position = self.early[slot]
        elif self.early[2 * row] == self.early[2 * row + 1]:
            position &= -2  # a milestone is told at the end of a period
        return instant_of(self.network.calendar[row], position)

    def total_float(self, row: int) -> int:
        """Working minutes it may slip before something is late; negative where it already is."""
        if self.network.phase[row]:
            work = self.calendar(row).work
            start, finish, late_start, late_finish = self._phase(row)
            return min(work(late_start) - work(start), work(late_finish) - work(finish))
        return total_float(self.network, self.early, self.late, row)

    def free_float(self, row: int) -> int:
        """Working minutes it may slip before a successor moves; never negative. Of a phase: the least inside."""
        if self.network.phase[row]:
            return min(self.free_float(inside) for inside in self.outline.leaves(row))
        return free_float(self.network, self.early, self.late, row)

    def float_days(self, row: int) -> float:
        """Total float in days of its calendar."""
        return self.total_float(row) / self.calendar(row).day_minutes

    def critical(self, row: int) -> bool:
        """Whether its total float is at or below the plan's limit and it is not done; of a phase: any inside."""
        return row in self.critical_rows

    def near_critical(self, row: int) -> bool:
        """Whether it is not critical, but would be after slipping as far as the plan's second limit."""
        if self.critical(row) or self.done(row) or row in self.undated:
            return False
        return self.total_float(row) <= self.calendar(row).minutes(self.plan.limits.near_critical)

    @cached_property
    def critical_tasks(self) -> frozenset[int]:
        """The rows of critical tasks, phases left out."""
        if self.before is not None:
            known, moved = self.before
            changed = {row for row in moved if (row in known) is not self._is_critical(row)}
            return known ^ changed if changed else known
        network, limit = self.network, self.plan.limits.critical
        early, late = settled(self.early), settled(self.late)
        rows: set[int] = set()
        for calendar, slots in network.slots:
            most = calendar.minutes(limit)
            # In one list, the sides of positions left in: 10,000 tasks take 1 ms instead of 3. A side may add one.
            near = [slot // 2 for slot in slots if late[slot + 1] - early[slot + 1] <= 2 * most + 1]
            rows.update([row for row in near if (late[2 * row + 1] >> 1) - (early[2 * row + 1] >> 1) <= most])
        odd = network.fixed.keys() | network.measure.keys() | network.spans.keys()
        rows -= odd
        rows.update(row for row in odd - self.undated.keys() if self._is_critical(row))
        return frozenset(rows)

    def _is_critical(self, row: int) -> bool:
        if self.network.phase[row] or self.done(row):
            return False
        return self.total_float(row) <= self.network.calendar[row].minutes(self.plan.limits.critical)

    @cached_property
    def critical_rows(self) -> frozenset[int]:
        """The rows of critical tasks and of the phases around them."""
        parent = self.network.outline.parent
        rows = set(self.critical_tasks)
        around = {parent[row] for row in rows} - {-1}
        while around:
            rows |= around
            around = {parent[row] for row in around} - {-1}
        return frozenset(rows).difference(self.undated)

    def done(self, row: int) -> bool:
        """Whether it is finished; of a phase: all inside are."""
        if self.network.phase[row]:
            return all(self.done(inside) for inside in self.outline.leaves(row))
        return self.outline.tasks[row].finished is not None

    def is_milestone(self, row: int) -> bool:
        """Whether it takes no time."""
        return self.outline.tasks[row].is_milestone

    def first_day(self, row: int) -> date:
        """The day it starts."""
        return to_date(self.early_start(row))

    def last_day(self, row: int) -> date:
        """The last day it works on; of a milestone its day."""
        if self.network.phase[row] and row not in self.network.manual_phases:
            return self.last_day(outermost(self.network, self.early, row)[1])
        finish = self.early_finish(row)
        return to_date(finish) if finish == self.early_start(row) else to_date(finish - 1)

    @property
    def last_day_of_all(self) -> date:
        """The day the last task is done."""
        rows = [row for row in range(len(self.outline)) if row not in self.undated]
        return max(
            (self.last_day(row) for row in rows if self.early_finish(row) == self.finish),
            default=to_date(self.finish),
        )

    def predecessors(self, row: int) -> tuple[Arc, ...]:
        """The arcs into a task, also those written at phases around it; none into a phase."""
        without = self.network.undated
        return (self.network if without is None else without).preds[row]

    def successors(self, row: int) -> tuple[Arc, ...]:
        """The arcs out of a task or phase, as far as they are written with its own id."""
        without = self.network.undated
        return (self.network if without is None else without).succs[row]

    def missed(self, row: int) -> tuple[str, ...]:
        """The fields of a row's fixed dates that its forecast does not meet."""
        task = self.outline.tasks[row]
        if task.finished is not None or row in self.undated:
            return ()
        work = self.calendar(row).work
        fields = []
        if task.deadline and work(self.early_finish(row)) > work(end_of(task.deadline.date)):
            fields.append("deadline")
        fixed = self.network.fixed.get(row)
        if fixed is None or (fixed.pin is None and fixed.ceiling is None):
            return tuple(fields)
        asked = unpinned(self.network, self.early, row) >> 1
        length = self.network.length[row]
        for name, bound in (
            ("start_no_later_than", start_of),
            ("must_start_on", start_of),
            ("finish_no_later_than", end_of),
            ("must_finish_on", end_of),
        ):
            limit = getattr(task, name)
            if limit and asked + (length if bound is end_of else 0) > work(bound(limit.date)):
                fields.append(name)
        return tuple(fields)
