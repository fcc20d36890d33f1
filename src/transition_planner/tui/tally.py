"""Counts of a schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule


def critical_tasks(schedule: Schedule) -> frozenset[str]:
    """The ids of the critical tasks, phases left out."""
    outline = schedule.outline
    return frozenset(outline.ids[row] for row in schedule.critical_rows if not outline.tasks[row].is_phase)
