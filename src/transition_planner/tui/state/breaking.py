"""The circle of links that leaves a task without dates: who waits for whom in it, and what would break it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.edits import RemoveLink, SetPlanField
from transition_planner.tui.painting.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.outline import Outline
    from transition_planner.planfile.edits.layout import Value
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Break:
    """An edit that breaks a circle."""

    edit: RemoveLink | SetPlanField
    says: str
    """What is done, in the language spoken now."""


def circle_told(schedule: Schedule, key: str) -> str:
    """The first circle of a schedule, and the key that tells how to break it; "" where there is none."""
    for circle in schedule.circles[:1]:
        return _(
            "tasks wait for each other in a circle: {path}; on one of them {key} tells how to break it"
        ).format(path=circle, key=key)
    return ""


def members(schedule: Schedule, row: int) -> list[int]:
    """The rows along the circle that a row is in or waits for, phases included."""
    return [schedule.outline.row[id_] for id_ in schedule.undated[row].path[:-1]]


def breaks(schedule: Schedule, row: int) -> Iterator[Break]:
    """The links along that circle given up, the one that closes it first."""
    outline = schedule.outline
    for arc in reversed(schedule.undated[row].arcs):
        says = _("“{task}” does not wait for “{pred}”").format(
            task=title_of(outline, arc.written), pred=title_of(outline, arc.pred)
        )
        yield Break(_without(outline, arc), says)


def _without(outline: Outline, arc: Arc) -> RemoveLink | SetPlanField:
    """The edit that gives up a link, where the plan or the model has it."""
    id_, pred = outline.ids[arc.written], arc.link.task
    if "after" not in outline.overrides.get(id_, {}):
        return RemoveLink(id_, pred)
    left: list[Value] = [str(link) for link in outline.tasks[arc.written].after if link.task != pred]
    return SetPlanField(("models", outline.model or "", "overrides", id_, "after"), left)
