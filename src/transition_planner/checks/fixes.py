"""The edits that rules offer as fixes. Those are imported late: 10 ms that a plan in order does not need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.checks.rule import Fix

if TYPE_CHECKING:
    from transition_planner.checks.context import Context


def without_link(context: Context, row: int, index: int, *, everywhere: bool) -> Fix | None:
    """One link of a task removed.

    Args:
        context: The model.
        row: The task's.
        index: Of the link in the task's `after`.
        everywhere: Whether it is to go only where each model with both its ends has the offence.
    """
    from transition_planner.planfile.edits import RemoveLink, SetPlanField  # noqa: PLC0415  # see above

    at, links, task = (
        context.at(row, "after", index),
        context.outline.tasks[row].after,
        context.outline.ids[row],
    )
    if at[0] == "models":
        # An override left without links would go too, and let the links of the task itself hold again.
        return Fix(SetPlanField(at, None)) if len(links) > 1 else None
    predecessor = links[index].task
    return Fix(RemoveLink(task, predecessor, index), (task, predecessor) if everywhere else ())


def without_waiver(index: int) -> Fix:
    """One of the plan's waivers removed."""
    from transition_planner.planfile.edits import SetPlanField  # noqa: PLC0415  # see above

    return Fix(SetPlanField(("waivers", index), None))
