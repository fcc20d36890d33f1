"""Preparing a row of the network: how it runs, from when on, and what fixes its dates."""

from __future__ import annotations

from itertools import compress, count
from operator import attrgetter, not_
from typing import TYPE_CHECKING

from transition_planner.plan.link import LinkType
from transition_planner.schedule.fixing import DATES, fixing, has_dates
from transition_planner.schedule.linking import phases_around
from transition_planner.schedule.moments import start_of
from transition_planner.schedule.readying import moves_its_task
from transition_planner.schedule.work import is_under_way, minutes_ahead, role_calendars, work_of
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.network import Network
    from transition_planner.worktime.workcalendar import WorkCalendar

NEVER = -(1 << 62)
"""Earlier than any position."""


def forget(network: Network, row: int) -> None:
    """Take away what only some rows have."""
    for of_some in (network.spans, network.measure, network.fixed, network.impossible):
        of_some.pop(row, None)
    network.waiting.discard(row)
    network.length[row] = 0


def forget_dates(network: Network, row: int) -> None:
    """Take away what says when a row is, not how it runs."""
    network.fixed.pop(row, None)
    network.waiting.discard(row)


class Setting:
    """What many rows of a plan have in common, worked out once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.role_calendars = role_calendars(plan)
        self._starts: dict[str, int] = {}
        self._phases: dict[int, tuple[int | None, int | None]] = {}

    def is_plain(self, task: Task) -> bool:
        """Whether a task works a length of time on the calendar it names, and nothing but links says when.

        Most tasks are so: they are prepared in half the time that the other cases take.
        """
        duration = task.duration
        return (
            task.tasks is None
            and (duration is None or not duration.elapsed)
            and not self.role_calendars
            and not has_dates(task)
        )

    def odd(self, tasks: Iterable[Task]) -> list[int]:
        """The rows of tasks that are not plain; of phases, and of those whose durations are elapsed, not all."""
        if self.role_calendars:
            return list(range(len(list(tasks))))
        plain = map(DATES.isdisjoint, map(attrgetter("__pydantic_fields_set__"), tasks))
        return list(compress(count(), map(not_, plain)))

    def start(self, network: Network, calendar: WorkCalendar) -> int:
        """The plan's start as a position on a calendar."""
        start = self._starts.get(calendar.name)
        if start is None:
            start = self._starts[calendar.name] = calendar.position(network.start)
        return start

    def held(self, outline: Outline, row: int) -> tuple[int | None, int | None]:
        """As `held_by_phases`."""
        above = outline.parent[row]
        found = self._phases.get(above)
        if found is None:
            found = self._phases[above] = held_by_phases(outline, row)
        return found


def prepare(network: Network, row: int, setting: Setting) -> None:
    """Fill in how a row runs, what fixes its dates, and its floor."""
    prepare_work(network, row, setting)
    prepare_floor(network, row, setting)


def prepare_work(network: Network, row: int, setting: Setting) -> bool:
    """Fill in how a row runs and what fixes its dates; whether it is a plain task."""
    task = network.outline.tasks[row]
    if not setting.is_plain(task):
        _prepare_odd(network, row, setting.plan, setting.role_calendars)
        return False
    calendar = network.calendars[task.calendar or setting.plan.calendar]
    network.calendar[row] = calendar
    if task.duration is not None:
        network.length[row] = calendar.minutes(task.duration)
    return True


def prepare_floor(network: Network, row: int, setting: Setting) -> None:
    """Fill in the position before which a row does not start for reasons other than links."""
    start = setting.start(network, network.calendar[row])
    network.floor[row] = floor_of(network, row, start, setting.held(network.outline, row))


def _prepare_odd(network: Network, row: int, plan: Plan, of_roles: Mapping[str, str]) -> None:
    """Fill in how a row runs and what fixes its dates."""
    task = network.outline.tasks[row]
    work = work_of(plan, task, network.calendars, of_roles)
    network.calendar[row] = work.calendar
    if work.measure is not None:
        network.measure[row] = work.measure
    if has_dates(task) and not task.is_phase:
        try:
            network.fixed[row] = fixing(task, work, plan.status_date)
        except NoWorkingTime as why:
            network.impossible[row] = why
        else:
            if network.fixed[row].waits:
                network.waiting.add(row)
    if is_under_way(task):
        if row not in network.impossible:
            network.length[row] = minutes_ahead(task, work)
    else:
        network.length[row] = work.length
        if work.span is not None:
            network.spans[row] = work.span


def floor_of(network: Network, row: int, start: int, by_phases: tuple[int | None, int | None]) -> int:
    """The position before which a row does not start for reasons other than links.

    Args:
        network: The network.
        row: A task.
        start: The position of the plan's start.
        by_phases: What `held_by_phases` says of the row.
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


def held_by_phases(outline: Outline, row: int) -> tuple[int | None, int | None]:
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
