"""What one key means as edits of the plan, for the task under the cursor.

Functions raise `EditRefused`, with a sentence, where a key makes no sense there.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.quantity import Quantity
from transition_planner.planfile.edits import AddTask, EditRefused, MoveTask, RemoveTask
from transition_planner.tui.setting import setting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import NoReturn

    from transition_planner.plan.outline import Outline
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.task import Task
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.tui.state.state import State

_LONGEST_ID = 60


def row_of(state: State) -> int:
    """The outline's row under the cursor.

    Raises:
        EditRefused: if the plan is empty.
    """
    row = state.row
    if row is None:
        _refuse(no_task())
    return row


def no_task() -> str:
    """Why a command about a task does nothing in an empty plan."""
    return _("there is no task yet: add one first")


def lengthen(state: State, units: int) -> list[Edit]:
    """The durations of the selected tasks some units longer, or shorter where negative, but never below nothing."""
    row_of(state)
    outline = state.schedule.outline
    edits: list[Edit] = []
    for id_ in state.selected:
        task = outline.tasks[outline.row[id_]]
        if task.is_phase:
            _refuse(_("a phase lasts as long as its tasks: it has no duration of its own"))
        old = task.duration or Quantity(0.0, "d")
        new = Quantity(max(old.amount + units, 0.0), old.unit)
        if new != old:
            edits.append(setting(outline, id_, "duration", str(new)))
    if not edits:
        _refuse(_("it takes no time already"))
    return edits


def tops(state: State) -> list[str]:
    """The selected tasks that lie in no other selected one.

    Raises:
        EditRefused: if the plan is empty.
    """
    row_of(state)
    outline = state.schedule.outline
    selected = {outline.row[id_] for id_ in state.selected}
    return [outline.ids[row] for row in sorted(selected) if not _inside_any(outline, row, selected)]


def place_below(state: State) -> tuple[str | None, str | None]:
    """The phase of a task added below the cursor, and the task it follows (None: it is the phase's first)."""
    row = state.row
    if row is None:
        return None, None
    outline = state.schedule.outline
    id_ = outline.ids[row]
    if outline.tasks[row].is_phase and id_ not in state.collapsed:
        return id_, None
    return _phase(outline, row), id_


def place_beside(state: State) -> tuple[str | None, str | None]:
    """The phase of a phase added at the cursor, and what it follows there: the phase under the cursor, or the task."""
    row = state.row
    if row is None:
        return None, None
    outline = state.schedule.outline
    return _phase(outline, row), outline.ids[row]


def membership(state: State) -> dict[str, Value]:
    """The models that a task added below the cursor must name so that it is in the model shown."""
    row = state.row
    in_ = None if row is None else state.schedule.outline.tasks[row].in_
    return {} if in_ is None else {"in": list(in_)}


def new_id(plan: Plan, title: str) -> str:
    """A free id made from a title: `Hear the pupils` gives `hear-the-pupils`."""
    return free_id(all_ids(plan.tasks), title)


def free_id(taken: Collection[str], title: str) -> str:
    """An id made from a title that is none of those taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_ID].strip("-") or "task"
    return next(
        name for number in count(1) if (name := slug if number == 1 else f"{slug}-{number}") not in taken
    )


def move_up(state: State) -> MoveTask:
    """Before the task above it in its phase; the first of a phase goes to the end of the phase above."""
    outline, row, before = _siblings(state)
    at = before.index(row)
    plan = state.schedule.plan
    if at > 0:
        phase = _phase(outline, row)
        return MoveTask(outline.ids[row], phase, _behind(plan, phase, outline.ids[before[at - 1]]))
    above = _neighbour(outline, row, -1)
    if above is None:
        _refuse(_("it is the first already"))
    _stays_filled(state, row)
    return MoveTask(outline.ids[row], above, list(_tasks_of(plan, above))[-1])


def move_down(state: State) -> MoveTask:
    """Behind the task below it in its phase; the last of a phase becomes the first of the phase below."""
    outline, row, siblings = _siblings(state)
    at = siblings.index(row)
    if at + 1 < len(siblings):
        return MoveTask(outline.ids[row], _phase(outline, row), outline.ids[siblings[at + 1]])
    below = _neighbour(outline, row, 1)
    if below is None:
        _refuse(_("it is the last already"))
    _stays_filled(state, row)
    return MoveTask(outline.ids[row], below, None)


def indent(state: State) -> MoveTask:
    """To the end of the phase that stands just above it."""
    outline, row, siblings = _siblings(state)
    at = siblings.index(row)
    if at == 0 or not outline.tasks[siblings[at - 1]].is_phase:
        _refuse(_("it can be moved into a phase only where a phase stands just above it"))
    phase = outline.ids[siblings[at - 1]]
    return MoveTask(outline.ids[row], phase, list(_tasks_of(state.schedule.plan, phase))[-1])


def outdent(state: State) -> MoveTask:
    """Out of its phase, just behind that."""
    row = row_of(state)
    outline = state.schedule.outline
    parent = outline.parent[row]
    if parent < 0:
        _refuse(_("it is in no phase"))
    _stays_filled(state, row)
    return MoveTask(outline.ids[row], _phase(outline, parent), outline.ids[parent])


def added_phase(
    plan: Plan, id_: str, fields: dict[str, Value], phase: str | None, behind: str | None
) -> tuple[AddTask, AddTask]:
    """A new phase and a first task in it: what has no tasks is no phase."""
    first = new_id(plan, f"{id_} first task")
    return (
        AddTask(id_, fields, phase, behind),
        AddTask(first, {"title": _("First task"), "duration": "1d"}, id_, None),
    )


def first_task(state: State, id_: str, fields: dict[str, Value]) -> tuple[AddTask, RemoveTask]:
    """A task in place of the one under the cursor, which its phase was given since it needs one."""
    outline, row = state.schedule.outline, row_of(state)
    there = outline.ids[row]
    return AddTask(id_, fields, _phase(outline, row), there), RemoveTask(there)


def _inside_any(outline: Outline, row: int, others: set[int]) -> bool:
    """Whether a row lies in one of some phases."""
    above = outline.parent[row]
    while above >= 0:
        if above in others:
            return True
        above = outline.parent[above]
    return False


def _refuse(sentence: str) -> NoReturn:
    raise EditRefused(sentence)


def _phase(outline: Outline, row: int) -> str | None:
    parent = outline.parent[row]
    return None if parent < 0 else outline.ids[parent]


def _siblings(state: State) -> tuple[Outline, int, list[int]]:
    """The outline, the cursor's row, and the rows side by side with it, itself included."""
    row = row_of(state)
    outline = state.schedule.outline
    parent = outline.parent[row]
    inside = range(len(outline)) if parent < 0 else range(parent + 1, outline.after(parent))
    return outline, row, [each for each in inside if outline.parent[each] == parent]


def _neighbour(outline: Outline, row: int, direction: int) -> str | None:
    """The phase just before or behind the one that a row is in."""
    parent = outline.parent[row]
    if parent < 0:
        return None
    above = outline.parent[parent]
    around = [each for each in range(len(outline)) if outline.parent[each] == above]
    at = around.index(parent) + direction
    if not 0 <= at < len(around) or not outline.tasks[around[at]].is_phase:
        return None
    return outline.ids[around[at]]


def _behind(plan: Plan, phase: str | None, id_: str) -> str | None:
    """The id just before another in the file, also where that belongs to other models only."""
    ids = list(_tasks_of(plan, phase))
    at = ids.index(id_)
    return ids[at - 1] if at else None


def _tasks_of(plan: Plan, phase: str | None) -> Mapping[str, Task]:
    return plan.tasks if phase is None else _find(plan.tasks, phase).tasks or {}


def _find(tasks: Mapping[str, Task], id_: str) -> Task:
    """A task anywhere inside.

    Raises:
        KeyError: if there is none of that id.
    """
    if id_ in tasks:
        return tasks[id_]
    for task in tasks.values():
        if task.tasks:
            try:
                return _find(task.tasks, id_)
            except KeyError:
                continue
    raise KeyError(id_)


def _stays_filled(state: State, row: int) -> None:
    """Refuse to take the only task out of a phase."""
    phase = _phase(state.schedule.outline, row)
    if phase is not None and len(_tasks_of(state.schedule.plan, phase)) == 1:
        _refuse(_("it is the only task of its phase, and a phase needs one"))


def all_ids(tasks: Mapping[str, Task]) -> set[str]:
    """The ids of tasks and of all inside them."""
    return {id_ for id_, _task in all_tasks(tasks)}


def all_tasks(tasks: Mapping[str, Task]) -> Iterator[tuple[str, Task]]:
    """Tasks and all inside them, each with its id, in the order of the plan."""
    for id_, task in tasks.items():
        yield id_, task
        yield from all_tasks(task.tasks or {})
