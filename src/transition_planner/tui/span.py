"""The days that the chart has to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.tui.timescale import Timescale
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state import State


def span(schedule: Schedule) -> tuple[int, int]:
    """The first and the last day of a plan as ordinals."""
    return to_date(schedule.start).toordinal(), to_date(schedule.finish).toordinal()


def covering(state: State) -> Timescale:
    """The scale for a state."""
    return Timescale.covering(*span(state.schedule), state.zoom)
