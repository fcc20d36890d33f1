"""Circles of links, and what has no dates because of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.plan.column import Column
    from transition_planner.schedule.arc import Arc


_TOLD = 8
"""Ids told at each end of a path that is too long to be read."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Tasks that wait for each other."""

    path: tuple[str, ...]
    """The ids along it, each waited for by the one behind it, the first again at the end. Behind a task can stand the
    phase around it."""
    arcs: tuple[Arc, ...]
    """The links along it, in that order; the last one leads back to the first id."""

    def __str__(self) -> str:
        path = self.path
        if len(path) > 2 * _TOLD:
            path = (*path[:_TOLD], "…", *path[-_TOLD:])
        return " → ".join(path)


class CycleError(Exception):
    """Links lead from a task back to itself."""

    def __init__(self, circle: Circle) -> None:
        """Keep the first of the plan's circles."""
        super().__init__(_("tasks wait for each other in a circle: {path}").format(path=circle))
        self.path = circle.path


@dataclass(frozen=True, slots=True)
class Undated:
    """What has no dates in a network: the tasks in circles, what waits for them, and the phases around these."""

    circles: tuple[Circle, ...]
    """One for each link that closes a circle: without these links there is none."""
    tangled: frozenset[int]
    """The rows that wait for each other."""
    rows: Mapping[int, Circle]
    """Each row without dates, with the circle it is in or waits for."""
    preds: Column[tuple[Arc, ...]]
    """All arcs into each row; the network has only those between rows with dates."""
    succs: Column[tuple[Arc, ...]]
    rank: list[int]
    """A place for each row, predecessors first, the arcs between tangled rows aside."""
