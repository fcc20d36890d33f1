"""The driver of a date: the one reason a task starts when it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from transition_planner.schedule.arc import direct
from transition_planner.schedule.crossing import LATEST
from transition_planner.schedule.linking import phases_around
from transition_planner.schedule.moments import start_of
from transition_planner.schedule.readying import lag_minutes, moves_its_task
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule

Kind = Literal["start", "link", "constraint", "phase", "manual", "progress", "circle"]
_PINS_AND_CAPS = ("must_start_on", "must_finish_on", "start_no_later_than", "finish_no_later_than")
"""What holds a task against its links; a pin does so whatever caps there are."""


@dataclass(frozen=True, slots=True)
class Driver:
    """Why a task starts when it does.

    kind is "start" (nothing holds it: the plan's start), "link" (`arc` says which), "constraint" (`field` says which),
    "phase" (the phase in `row` starts no earlier, by its `field`), "manual" (set by hand), "progress" (it has
    begun) or "circle" (it has no dates).
    """

    kind: Kind
    arc: Arc | None = None
    field: str | None = None
    row: int | None = None


def driver(schedule: Schedule, row: int) -> Driver:
    """The driver of a row; of a phase that of its first task. Where several hold it alike, a link before a date."""
    network = schedule.network
    if row in schedule.undated:
        return Driver("circle")
    if row in network.manual_phases:
        return Driver("manual")
    if network.phase[row]:
        return driver(schedule, first_task(schedule, row))
    latest, arc = _latest(schedule, row)
    return _held(schedule, row, max(latest, network.floor[row])) or _unheld(schedule, row, latest, arc)


def asking(schedule: Schedule, row: int) -> Driver:
    """What would decide when a task starts if none of its fixed dates held it against that."""
    return _unheld(schedule, row, *_latest(schedule, row))


def _latest(schedule: Schedule, row: int) -> tuple[int, Arc | None]:
    """The latest start position that a link asks for, and the first such link; without links one before the floor."""
    network = schedule.network
    bounds = [
        (bound(schedule, arc), -index, arc)
        for index, arc in enumerate(network.preds[row])
        if moves_its_task(network, arc)
    ]
    latest, _, arc = max(bounds, default=(network.floor[row] - 1, 0, None), key=lambda found: found[:2])
    return latest, arc


def _unheld(schedule: Schedule, row: int, latest: int, arc: Arc | None) -> Driver:
    network = schedule.network
    if arc is not None and latest | (network.length[row] > 0) >= network.floor[row]:
        return Driver("link", arc=arc)
    return _floor(schedule, row)


def _held(schedule: Schedule, row: int, wanted: int) -> Driver | None:
    """What sets a task's start against the position that links and floors want; None where nothing does."""
    task, fixed = schedule.outline.tasks[row], schedule.network.fixed.get(row)
    if fixed is None:
        return None
    if fixed.dates is not None or fixed.begun is not None:
        return Driver("manual" if task.manual else "progress")
    if fixed.pin is not None or (fixed.ceiling is not None and wanted > fixed.ceiling):
        return Driver("constraint", field=_holding(schedule, row, _PINS_AND_CAPS))
    if fixed.as_late_as_possible and schedule.early[2 * row] >> 1 > wanted >> 1:
        return Driver("constraint", field="as_late_as_possible")
    return None


def bound(schedule: Schedule, arc: Arc) -> int:
    """The earliest start position of its successor that an arc allows, at most the last that plans may use."""
    network = schedule.network
    calendar = network.calendar[arc.succ]
    try:
        position = _bound(schedule, arc)
        if arc.succ in network.impossible:
            calendar.instant(position)
    except NoWorkingTime:
        return calendar.position(LATEST)
    return position


def _bound(schedule: Schedule, arc: Arc) -> int:
    network = schedule.network
    for crossing in network.forward_crossing[arc.succ]:
        if crossing.arc is arc:
            return crossing.push(schedule.early)
    (slot, weight), _ = direct(
        arc, lag_minutes(network, arc), network.length[arc.pred], network.length[arc.succ]
    )
    return schedule.early[slot] + weight


def first_task(schedule: Schedule, phase: int) -> int:
    """The row of the task in a phase that starts first."""
    return min(schedule.outline.leaves(phase), key=schedule.early_start)


def _floor(schedule: Schedule, row: int) -> Driver:
    """What keeps a task from starting earlier, links aside."""
    network, outline = schedule.network, schedule.outline
    fixed = network.fixed.get(row)
    if fixed is not None and fixed.floor is not None and fixed.floor >= network.floor[row]:
        return Driver(
            "constraint", field=_holding(schedule, row, ("start_no_earlier_than", "finish_no_earlier_than"))
        )
    position, floor = network.calendar[row].position, network.floor[row]
    for above in phases_around(outline, row):
        phase = outline.tasks[above]
        if phase.manual is not None:
            if position(start_of(phase.manual.start)) == floor:
                return Driver("phase", field="manual", row=above)
            break
        held = phase.start_no_earlier_than
        if held is not None and position(start_of(held.date)) == floor > position(network.start):
            return Driver("phase", field="start_no_earlier_than", row=above)
    return Driver("start")


def _holding(schedule: Schedule, row: int, fields: tuple[str, ...]) -> str:
    """The first of some constraint fields that the task has."""
    task = schedule.outline.tasks[row]
    return next(name for name in fields if getattr(task, name) is not None)
