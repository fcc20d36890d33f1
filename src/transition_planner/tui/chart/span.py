"""The days that the chart has to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.tui.state.timescale import Timescale
from transition_planner.worktime.instant import to_date

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state.state import State


def span(schedule: Schedule) -> tuple[int, int]:
    """The first and the last day of a plan as ordinals.

    It begins with the plan's start. Only tasks with fixed dates or progress can be earlier, so no others are asked:
    1 ms less an edit of 10,000 tasks.
    """
    starts = [schedule.early_start(row) for row in schedule.network.fixed]
    first = min([schedule.network.start, *starts])
    return to_date(first).toordinal(), to_date(schedule.finish).toordinal()


def covering(state: State) -> Timescale:
    """The scale for a state."""
    return Timescale.covering(*span(state.schedule), state.zoom)
