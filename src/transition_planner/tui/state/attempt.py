"""Trying an edit: the new state, or the sentence that says why the plan stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits import EditRefused
from transition_planner.schedule.cycle import CycleError
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.planfile.edits import Edit
    from transition_planner.tui.state.state import State


@dataclass(frozen=True, slots=True)
class Refused:
    """The edit was not done; the state before it still holds."""

    why: str


def attempt(
    state: State, edits: Iterable[Edit], cursor: str | None = None, *, joining: bool = False
) -> State | Refused:
    """Do edits as one step, or as part of the step before, unless the file, the links or a calendar forbid it."""
    try:
        return state.edit(edits, cursor, joining=joining)
    except CycleError as circle:
        if circle.path[1:] == circle.path[:1]:
            return Refused(_("not done: {task} would wait for itself").format(task=circle.path[0]))
        return Refused(_("not done: {path} would wait for each other").format(path=" → ".join(circle.path)))
    except EditRefused as refusal:
        return Refused(refusal.message)
    except (NoWorkingTime, ValueError) as error:
        return Refused(str(error))
