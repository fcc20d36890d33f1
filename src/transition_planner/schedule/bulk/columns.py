"""A large network as arrays, kept with it: after an edit that moves much, the passes run over them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.readying import Ahead, Back
    from transition_planner.schedule.bulk.rows import Rows
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The rows and arcs, and what the passes make of them."""

    outline: Outline
    """The tasks that the columns tell of."""
    calendars: list[WorkCalendar]
    rows: Rows
    arcs: Arcs
    ahead: Ahead
    back: Back
