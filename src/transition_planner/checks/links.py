"""The links of a model as the plan writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.checks.context import Context
    from transition_planner.plan.link import Link
    from transition_planner.schedule.arc import Arc
    from transition_planner.schedule.schedule import Schedule


def written_links(context: Context) -> Iterator[tuple[int, int, Link]]:
    """Row, index in its `after`, and link, of each link whose predecessor is in the model."""
    outline = context.outline
    for row, task in enumerate(outline.tasks):
        for index, link in enumerate(task.after):
            if link.task in outline.row:
                yield row, index, link


def open_links(context: Context) -> list[tuple[str, Link]]:
    """Those whose successor is not finished, each with a name for people: `print: draft SS+2d`."""
    outline = context.outline
    return [
        (f"{outline.ids[row]}: {link}", link)
        for row, _index, link in written_links(context)
        if not outline.tasks[row].finished
    ]


def following(schedule: Schedule, row: int) -> list[Arc]:
    """The links that wait for a task, by itself or through a phase around it."""
    parent = schedule.outline.parent
    arcs: list[Arc] = []
    while row >= 0:
        arcs += schedule.successors(row)
        row = parent[row]
    return arcs
