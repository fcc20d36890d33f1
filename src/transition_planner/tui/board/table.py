"""The left pane: tasks as an indented tree with their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.tui.board.columns import columns, fold_cell, table_heading, table_row
from transition_planner.tui.board.filterline import filter_heading, marked_here
from transition_planner.tui.painting.ink import Ground
from transition_planner.tui.painting.rowview import RowView

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from transition_planner.tui.board.columns import Relation
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.column import Column
    from transition_planner.tui.state.state import State


class TaskTable(RowView):
    """Draws the table's lines."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state
        self.relations: Mapping[int, Relation] = {}
        """Lines of the selected task's predecessors and successors."""
        self.typing = False
        """Whether a filter is being typed."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that fit."""
        return columns(self.size.width, self.state.columns)

    def keys(self, lines: range) -> list[Hashable]:
        """For each of some lines all that its drawing depends on."""
        width, cursor, relations = self.size.width, self.state.line, self.relations
        shown, marked, columns = self.state.rows.shown, self.state.marked, self.state.columns
        ids = self.state.schedule.outline.ids
        return [
            (width, line == cursor, relations.get(line), columns, bool(marked) and ids[shown[line]] in marked)
            for line in lines
        ]

    def heading_key(self) -> Hashable:
        """The heading depends on the width, the filter, the marks, and what the columns are and are sorted by."""
        state = self.state
        found, marked = len(state.rows.found), marked_here(state)
        return self.size.width, state.wanted, found, self.typing, marked, state.columns, state.order

    def painter(self) -> Callable[[int], list[Run]]:
        """What paints tasks."""
        state, width, columns = self.state, self.size.width, self.columns
        ids = state.schedule.outline.ids

        def paint(line: int) -> list[Run]:
            row = state.rows.shown[line]
            return table_row(
                state.schedule,
                row,
                width,
                columns,
                Ground.CURSOR if line == state.line else Ground.PLAIN,
                state.collapsed,
                self.relations.get(line),
                marked=ids[row] in state.marked,
            )

        return paint

    def is_fold(self, line: int, x: int) -> bool:
        """Whether the cell shows the sign that folds a phase."""
        outline = self.state.schedule.outline
        row = self.state.rows.shown[line]
        return outline.tasks[row].is_phase and x == fold_cell(outline.depth[row])

    def paint_heading(self, y: int) -> list[Run]:
        """The columns' names, below a line for the filter that keeps level with the chart's two lines."""
        if y == 0:
            return filter_heading(self.state, self.size.width, typing=self.typing)
        return table_heading(self.size.width, self.columns, self.state.order)
