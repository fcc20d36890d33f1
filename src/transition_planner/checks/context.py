"""What a rule looks at: one model of a plan, with its schedule where it has one."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from transition_planner.checks.past import Past, earlier
from transition_planner.law.binding import bindings
from transition_planner.plan.entry import kebab
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.checks.past import Earlier
    from transition_planner.compare.performance import Performance
    from transition_planner.law.binding import Binding
    from transition_planner.law.shelf import Shelf
    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.link import Link
    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.cycle import Circle
    from transition_planner.schedule.schedule import Schedule

Obstacle = NoWorkingTime | ValueError
"""Why a model may have no schedule: too little working time, no usable calendar."""


class UnscheduledError(Exception):
    """The model has no schedule; the rule about what stands in its way says so."""


@dataclass(frozen=True)
class Context:
    """One model of a document."""

    document: Document
    outline: Outline
    outcome: Schedule | Obstacle
    """The model's schedule, or what stands in its way."""
    shelf: Shelf
    """The plan's rule packs."""
    today: date | None = None
    """The day of the check; None where what depends on it is not asked for."""
    past: Past = field(default_factory=Past)
    """Earlier states of the plan, where some were read."""
    unused_waivers: tuple[int, ...] = ()
    """Indexes of the plan's waivers that waive nothing, once all else is found."""

    @property
    def plan(self) -> Plan:
        """The whole plan."""
        return self.document.plan

    @property
    def model(self) -> str | None:
        """The model's name; None where the plan has no models."""
        return self.outline.model

    @cached_property
    def schedule(self) -> Schedule:
        """The model's schedule, in which tasks may have no dates because of a circle of links.

        Raises:
            UnscheduledError: if it has none.
        """
        if isinstance(self.outcome, Obstacle):
            raise UnscheduledError
        return self.outcome

    @property
    def whole_schedule(self) -> Schedule:
        """The model's schedule for what is said of all of it, or by what is behind a task: float, the end, shares.

        Raises:
            UnscheduledError: if it has none, or if some of its tasks have no dates.
        """
        if self.schedule.undated:
            raise UnscheduledError
        return self.schedule

    @property
    def has_all_dates(self) -> bool:
        """Whether each task of the model has dates."""
        return not isinstance(self.outcome, Obstacle) and not self.outcome.undated

    def undated(self, row: int) -> bool:
        """Whether a task has no dates in a model that has a schedule."""
        return row in self._undated

    @cached_property
    def _undated(self) -> Mapping[int, Circle]:
        return self.schedule.undated

    @cached_property
    def phases(self) -> frozenset[int]:
        """The rows of phases."""
        return frozenset(row for row, task in enumerate(self.outline.tasks) if task.is_phase)

    @cached_property
    def open_rows(self) -> tuple[int, ...]:
        """The rows of the tasks and milestones that are not finished."""
        return tuple(
            row for row, task in enumerate(self.outline.tasks) if not (task.is_phase or task.finished)
        )

    @cached_property
    def links(self) -> tuple[tuple[int, int, Link], ...]:
        """Row, index in its `after`, and link, of each link whose predecessor is in the model."""
        there = self.outline.row
        return tuple(
            (row, index, link)
            for row, task in enumerate(self.outline.tasks)
            for index, link in enumerate(task.after)
            if link.task in there
        )

    @cached_property
    def before(self) -> tuple[tuple[Arc, ...], ...]:
        """The arcs into each task, those written at phases around it included; none into a phase.

        Raises:
            UnscheduledError: if the model has no schedule.
        """
        schedule = self.schedule
        return tuple([schedule.predecessors(row) for row in range(len(self.outline))])

    @cached_property
    def behind(self) -> list[list[Arc]]:
        """The arcs that wait for each row itself; asked of the schedule row by row they take four times as long.

        Raises:
            UnscheduledError: if the model has no schedule.
        """
        behind: list[list[Arc]] = [[] for _row in self.before]
        for arcs in self.before:
            for arc in arcs:
                behind[arc.pred].append(arc)
        return behind

    @cached_property
    def floats(self) -> Mapping[int, int]:
        """The total float, in working minutes, of each task and milestone with dates.

        Raises:
            UnscheduledError: if the model has no schedule.
        """
        schedule, without = self.schedule, self.phases | self._undated.keys()
        rows = (row for row in range(len(self.outline)) if row not in without)
        return {row: schedule.total_float(row) for row in rows}

    @cached_property
    def bindings(self) -> tuple[Binding, ...]:
        """The packs' rules that bind tasks of the model, worked out once.

        Raises:
            UnscheduledError: if it has no schedule.
        """
        return tuple(bindings(self.schedule, self.shelf))

    @cached_property
    def baseline(self) -> Earlier | None:
        """The model as the baseline has it."""
        return earlier(self.document, self.past.baseline, self.model)

    @cached_property
    def since(self) -> Earlier | None:
        """The model as it was at the revision since which news are asked for."""
        return earlier(self.document, self.past.since, self.model)

    @cached_property
    def performance(self) -> Performance | None:
        """Progress against the baseline; None without one, and without a status date.

        Raises:
            UnscheduledError: if there is one, and some of the model's tasks have no dates.
        """
        status = self.plan.status_date
        if status is None or self.baseline is None:
            return None
        from transition_planner.compare.performance import performance  # noqa: PLC0415  # few plans need it

        return performance(self.whole_schedule, self.baseline.schedule, status, self.baseline.ids)

    def at(self, row: int, field: str | None = None, *more: str | int) -> KeyPath:
        """The way to a task, or to one of its fields where the model's own value of it stands."""
        if field is not None:
            outline = self.outline
            id_ = outline.ids[row]
            key = kebab(field)
            if key in outline.overrides.get(id_, {}):
                return ("models", outline.model or "", "overrides", id_, key, *more)
            return (*self._places[row], key, *more)
        return self._places[row]

    @cached_property
    def _places(self) -> list[KeyPath]:
        """The way to each task, through the phases around it."""
        places: list[KeyPath] = []
        for id_, parent in zip(self.outline.ids, self.outline.parent, strict=True):
            above = places[parent] if parent >= 0 else ()
            places.append((*above, "tasks", id_))
        return places
