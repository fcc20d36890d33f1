"""The edits of a sitting as points that one can go back to, and on to again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _, ngettext
from transition_planner.schedule.scheduling import schedule
from transition_planner.tui.state.change import change
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.splice import Splice
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state.state import State


@dataclass(frozen=True, slots=True)
class Point:
    """The plan after a step."""

    number: int
    """How many edits led to it."""
    label: str
    """What the step did; of the first point that there was none yet."""
    plan: Plan
    splices: tuple[Splice, ...] = ()
    """What it changed in the text."""


def points(state: State) -> list[Point]:
    """All points in the order they were made; edits that are one step to undo lead to one point."""
    history = state.history
    steps = (*history.done, *reversed(history.undone))
    plans = [step.plan for step in history.done]
    plans += [history.document.plan, *(step.plan for step in reversed(history.undone))]
    found = [Point(0, _("as it was opened"), plans[0])]
    first = 0
    for number in range(1, len(steps) + 1):
        if number in state.joined and number < len(steps):
            continue
        label, more = steps[first].label, number - first - 1
        if more:
            said = ngettext("{label}, and {count} edit more", "{label}, and {count} edits more", more)
            label = said.format(label=label, count=more)
        elif len(steps[first].splices) == 1:
            label += _replaced(steps[first].splices[0])
        splices = tuple(splice for step in steps[first:number] for splice in step.splices)
        found.append(Point(number, label, plans[number], splices))
        first = number
    return found


def _replaced(splice: Splice) -> str:
    """`: 3w → 4w`, where one short value takes the place of another."""
    if not splice.removed or not splice.inserted or "\n" in splice.removed + splice.inserted:
        return ""
    return f": {splice.removed} → {splice.inserted}"


def travelled(state: State, number: int) -> State:
    """The state at the point that so many edits lead to."""
    while len(state.history.done) > number:
        state = state.undone()
    while len(state.history.done) < number and state.history.can_redo:
        state = state.redone()
    return state


def effects(state: State, made: list[Point]) -> Iterator[tuple[int, str]]:
    """For each point but the first, by its number, what its step did to the plan; from the present outwards.

    A schedule that begins at its neighbour's costs 10 ms at 10,000 tasks: who asks can do other things in between.
    """
    now = next(at for at, point in enumerate(made) if point.number == len(state.history.done))
    later = state.schedule
    for at in range(now, 0, -1):
        earlier = _schedule(made[at - 1].plan, later)
        if earlier is None:
            break
        yield made[at].number, change(earlier, later)
        later = earlier
    earlier = state.schedule
    for at in range(now + 1, len(made)):
        following = _schedule(made[at].plan, earlier)
        if following is None:
            break
        yield made[at].number, change(earlier, following)
        earlier = following


def _schedule(plan: Plan, near: Schedule) -> Schedule | None:
    """The schedule of a plan in the model of another one; None where it has no such model, or no dates in it."""
    if near.model is not None and near.model not in plan.models:
        return None
    try:
        return schedule(plan, near.model, previous=near, partly=True)
    except (NoWorkingTime, ValueError):
        return None
