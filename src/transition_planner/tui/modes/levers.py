"""What would bring a task earlier: single edits of its chain of drivers, tried out on the plan."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.locales.dates import full_date
from transition_planner.plan.entry import kebab
from transition_planner.plan.quantity import Quantity
from transition_planner.planfile.edits import RemoveLink, SetField
from transition_planner.schedule.driver import driver
from transition_planner.tui.form.fields import form_fields
from transition_planner.tui.painting.titles import title_of
from transition_planner.tui.state.attempt import Refused, attempt
from transition_planner.tui.state.tally import last_day

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from transition_planner.planfile.edits import Edit
    from transition_planner.schedule.why import Step
    from transition_planner.tui.state.state import State

_MOST_TASKS = 12
"""Tasks of the chain, from the nearest on, that are tried out."""


@dataclass(frozen=True, slots=True)
class Lever:
    """An edit that brings a task earlier."""

    edit: Edit
    says: str
    """What is done, in the language spoken now."""
    finish: date
    """The task's last day then."""
    days: int
    """How many days earlier that is by the calendar on the wall."""
    whole: int
    """How many days earlier the whole plan ends then."""


def levers(state: State, row: int, chain: tuple[Step, ...]) -> Iterator[Lever | None]:
    """The edits that bring a task earlier, along its chain; None for each that was tried in vain.

    A try costs up to 20 ms at 10,000 tasks: who asks can do other things between two of them.
    """
    for step in chain[: _MOST_TASKS + 1]:
        for edit, says in _shorter(state, step.row):
            lever = _tried(state, row, edit, says)
            yield lever
            if lever is not None:
                break
        for edit, says in _looser(state, step):
            yield _tried(state, row, edit, says)


def driven(state: State, row: int) -> list[int]:
    """The rows that start when they do because of a task, by their start."""
    schedule = state.schedule
    waiting = []
    for each in {arc.succ for arc in schedule.successors(row)} - schedule.undated.keys():
        arc = driver(schedule, each).arc
        if arc is not None and arc.pred == row:
            waiting.append(each)
    return sorted(waiting, key=lambda each: (schedule.early_start(each), each))


def _shorter(state: State, row: int) -> Iterator[tuple[Edit, str]]:
    """A task a unit shorter, then half as long."""
    outline = state.schedule.outline
    task = outline.tasks[row]
    if task.is_phase or task.duration is None or task.started is not None or task.finished is not None:
        return
    old = task.duration
    for amount in dict.fromkeys((old.amount - 1, float(ceil(old.amount / 2)))):
        if 0 < amount < old.amount:
            new = Quantity(amount, old.unit)
            said = _("“{task}” takes {new} instead of {old}").format(
                task=title_of(outline, row), new=new, old=old
            )
            yield SetField(outline.ids[row], "duration", str(new)), said


def _looser(state: State, step: Step) -> Iterator[tuple[Edit, str]]:
    """The driving link or date of a step given up."""
    outline = state.schedule.outline
    id_, title = outline.ids[step.row], title_of(outline, step.row)
    found = step.driver
    if found.kind == "link" and found.arc is not None and found.arc.succ == step.row:
        pred = found.arc.link.task
        said = _("“{task}” does not wait for “{pred}”").format(
            task=title, pred=title_of(outline, found.arc.pred)
        )
        yield RemoveLink(id_, pred), said
    elif found.kind == "constraint" and found.field is not None:
        field = kebab(found.field)
        label = next(each.label for each in form_fields() if each.name == field)
        yield SetField(id_, field, None), _("“{task}” without its “{field}”").format(task=title, field=label)


def _tried(state: State, row: int, edit: Edit, says: str) -> Lever | None:
    """The edit as a lever; None where it cannot be made or brings nothing."""
    made = attempt(state, (edit,))
    if isinstance(made, Refused):
        return None
    before, after = state.schedule, made.schedule
    finish = after.last_day(row)
    days = (before.last_day(row) - finish).days
    if days <= 0:
        return None
    whole = (last_day(before) - last_day(after)).days
    return Lever(edit, says, finish, days, whole)


def told(lever: Lever) -> str:
    """What a lever brings, as a line."""
    said = full_date(lever.finish)
    if lever.whole > 0:
        said += ", " + _("the plan ends {days} d earlier").format(days=lever.whole)
    return said
