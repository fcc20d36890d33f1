"""The links of a model as the plan writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.checks.context import Context
    from transition_planner.plan.link import Link
    from transition_planner.schedule.arc import Arc


def open_links(context: Context) -> list[tuple[int, Link]]:
    """Row and link of those whose successor is not finished."""
    tasks = context.outline.tasks
    return [(row, link) for row, _index, link in context.links if not tasks[row].finished]


def namer(context: Context) -> Callable[[tuple[int, Link]], str]:
    """Tells links to people: `print: draft SS+2d`."""
    ids = context.outline.ids
    return lambda each: f"{ids[each[0]]}: {each[1]}"


def following(context: Context, row: int) -> list[Arc]:
    """The links that wait for a task, by itself or through a phase around it."""
    parent, behind = context.outline.parent, context.behind
    arcs: list[Arc] = []
    while row >= 0:
        arcs += behind[row]
        row = parent[row]
    return arcs
