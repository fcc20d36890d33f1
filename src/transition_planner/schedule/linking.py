"""From links in the outline to arcs between its rows.

Links into a phase are spread over its tasks (MS Project binds each of them), links out of a phase leave from the
phase's own row, so that phases of m and n tasks need m + n arcs instead of m * n.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.arc import Arc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from transition_planner.plan.link import Link
    from transition_planner.plan.outline import Outline


def arcs_of_all(outline: Outline) -> list[tuple[Arc, ...]]:
    """The arcs into each task, its own links first, then those of the phases around it; none into a phase."""
    tasks, parent = outline.tasks, outline.parent
    inherited: dict[int, tuple[int, ...]] = {-1: ()}
    arcs: list[tuple[Arc, ...]] = []
    for row, task in enumerate(tasks):
        above = inherited[parent[row]]
        if task.is_phase:
            inherited[row] = (row, *above) if task.after else above
            arcs.append(())
        elif task.after or above:
            arcs.append(_spread(outline, row, (row, *above)))
        else:
            arcs.append(())
    return arcs


def links_of_all(
    outline: Outline, written: Sequence[tuple[Link, ...]], phases: Sequence[int]
) -> list[tuple[Link, ...]]:
    """The links that bind each task, its own first, then those of the phases around it; none for a phase.

    Args:
        outline: The rows.
        written: The links written at each row.
        phases: The rows of the phases.
    """
    links = list(written)
    for row in reversed(phases):  # the inmost first
        after, links[row] = links[row], ()
        if after:
            for inside in outline.leaves(row):
                links[inside] += after
    return links


def links_of(outline: Outline, row: int) -> tuple[Link, ...]:
    """The links that bind one task, as `links_of_all` has them."""
    tasks = outline.tasks
    return tuple(link for at in (row, *phases_around(outline, row)) for link in tasks[at].after)


def arcs_of(outline: Outline, row: int) -> tuple[Arc, ...]:
    """The arcs into one task."""
    return _spread(outline, row, (row, *phases_around(outline, row)))


def phases_around(outline: Outline, row: int) -> list[int]:
    """The phases that a row stands in, the inmost first."""
    around = []
    while (row := outline.parent[row]) >= 0:
        around.append(row)
    return around


def feeds_of_all(outline: Outline, leading: set[int]) -> list[tuple[int, ...]]:
    """For each row the phases around it that lead on to others."""
    if not leading:
        return [()] * len(outline)
    inside: dict[int, tuple[int, ...]] = {-1: ()}
    for phase in dict.fromkeys(outline.parent):  # the outmost first
        if phase >= 0:
            around = inside[outline.parent[phase]]
            inside[phase] = (phase, *around) if phase in leading else around
    return list(map(inside.__getitem__, outline.parent))


def drives(outline: Outline, arc: Arc) -> bool:
    """Whether an arc moves its task: not where its link is written at or outside a phase with dates set by hand.

    Such a phase stays where it is, and its tasks with it; what comes before is still to be done in time for them.
    """
    row = arc.succ
    while row != arc.written:
        row = outline.parent[row]
        if outline.tasks[row].manual is not None:
            return False
    return True


def _spread(outline: Outline, row: int, written: Iterable[int]) -> tuple[Arc, ...]:
    """The arcs into a task from links written at it and at phases around it; only those inside the model."""
    rows, tasks = outline.row, outline.tasks
    return tuple(
        [
            Arc(rows[link.task], row, link, at)
            for at in written
            for link in tasks[at].after
            if link.task in rows
        ]
    )
