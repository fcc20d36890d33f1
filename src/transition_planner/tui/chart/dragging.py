"""Dragging a bar or its end with the mouse: what that means as an edit of the task."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.quantity import Quantity
from transition_planner.planfile.edits import EditRefused, SetField
from transition_planner.tui.state.attempt import Refused, attempt
from transition_planner.worktime.instant import from_date

if TYPE_CHECKING:
    from datetime import date

    from transition_planner.plan.task import Task
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.chart.bars import Bar
    from transition_planner.tui.state.state import State


@dataclass(frozen=True, slots=True)
class Drag:
    """A bar held by the mouse."""

    line: int
    """Of the board."""
    column: int
    """Where it was taken."""
    end: bool
    """Whether its end was taken, not the bar itself."""
    columns: int = 0
    """How far it has been moved, to the left where negative."""


def grip(drawn: Bar, column: int) -> bool | None:
    """Whether a column holds the end of a bar or the bar itself; None where it holds neither, or it is no task's."""
    if drawn.phase or not drawn.first <= column <= drawn.last + (not drawn.milestone):
        return None
    return not drawn.milestone and column >= max(drawn.last, drawn.first + 1)


def moved(drawn: Bar, drag: Drag) -> Bar:
    """The bar as it would be if it were let go now."""
    first = drawn.first if drag.end else drawn.first + drag.columns
    return replace(drawn, first=first, last=max(drawn.last + drag.columns, first), float_to=-1)


def dropped(state: State, row: int, days: int, *, end: bool) -> SetField:
    """The edit that moves a task, or its end, by so many days.

    Raises:
        EditRefused: with a sentence, where it cannot be dragged.
    """
    task = state.schedule.outline.tasks[row]
    if task.is_phase:
        raise EditRefused(_("a phase lies where its tasks do: drag those"))
    if task.started is not None or task.finished is not None:
        raise EditRefused(_("it has begun: report its progress instead"))
    if row in state.schedule.undated:
        raise EditRefused(_("it has no dates: it waits for a circle of links"))
    if task.manual is not None:
        raise EditRefused(_("its dates are set by hand: edit them in the form"))
    return _longer(state, row, task, days) if end else _later(state, row, task, days)


def _longer(state: State, row: int, task: Task, days: int) -> SetField:
    """As long as it takes to the new last day, at least a day."""
    schedule = state.schedule
    last = schedule.last_day(row) + timedelta(days=days)
    unit = "ed" if task.duration is not None and task.duration.elapsed else "d"
    if unit == "ed":
        amount = float((last - schedule.first_day(row)).days + 1)
    else:
        calendar = schedule.calendar(row)
        minutes = calendar.work(from_date(last + timedelta(days=1))) - calendar.work(
            schedule.early_start(row)
        )
        amount = float(round(minutes / calendar.day_minutes))
    return SetField(schedule.outline.ids[row], "duration", str(Quantity(max(amount, 1.0), unit)))


def _later(state: State, row: int, task: Task, days: int) -> SetField:
    """No earlier than the new first day; without such a date where its links lead there by themselves."""
    id_ = state.schedule.outline.ids[row]
    first = state.schedule.first_day(row) + timedelta(days=days)
    held = task.start_no_earlier_than
    free = SetField(id_, "start-no-earlier-than", None)
    if held is not None:
        made = attempt(state, (free,))
        if not isinstance(made, Refused) and made.schedule.first_day(row) >= first:
            return free
    return SetField(id_, "start-no-earlier-than", _written(first, held.why if held is not None else None))


def _written(day: date, why: str | dict[str, str] | None) -> Value:
    if why is None:
        return day.isoformat()
    return {"date": day.isoformat(), "why": dict(why) if isinstance(why, dict) else why}
