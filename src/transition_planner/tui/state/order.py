"""The order that the tasks of each phase are shown in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.tui.state.column import all_columns
from transition_planner.tui.state.rows import sorted_rows

if TYPE_CHECKING:
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.state.rows import Rows


@dataclass(frozen=True, slots=True)
class Order:
    """By a column; equal ones as in the file."""

    column: str
    descending: bool = False

    def of(self, schedule: Schedule, shown: Rows) -> Rows:
        """Rows in this order."""
        key = next(column.key for column in all_columns() if column.id == self.column)
        return sorted_rows(
            schedule.outline, shown, lambda row: key(schedule, row), descending=self.descending
        )
