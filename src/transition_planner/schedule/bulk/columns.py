"""A large network as arrays, kept with it: after an edit that moves much, the passes run over them again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.plan.outline import Outline
    from transition_planner.schedule.bulk.arcs import Arcs
    from transition_planner.schedule.bulk.integers import Flags, Integers
    from transition_planner.schedule.bulk.layout import Layout
    from transition_planner.worktime.workcalendar import WorkCalendar


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """One value a row where nothing else is said."""

    outline: Outline
    """The tasks that the columns tell of."""
    calendars: list[WorkCalendar]
    calendar: Integers
    """The index of its calendar among those."""
    length: Integers
    floor: Integers
    level: Integers
    order: Integers
    """All rows, those of lower levels first."""
    rank: Integers
    """The place of each row in that order."""
    phase: Flags
    arcs: Arcs
    ahead: Layout
    """Of the forward pass: the arcs by the rows they lead into."""
    back: Layout
    """Of the backward pass: those that bind, by the rows they lead out of."""
