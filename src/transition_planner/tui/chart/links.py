"""The links of one task as lines between the bars on show.

A line leaves the predecessor's bar sideways, turns at the column where it meets the successor, and lands on that bar
from above or below. Lines that meet share their cells: each cell collects the directions that lines leave it by.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from transition_planner.tui.chart.bars import Bar, Overlay
    from transition_planner.tui.state.state import State

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
_LINES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
"""The line characters by the sum of their directions."""
_ARROWS = {UP: "▲", DOWN: "▼"}


@dataclass(frozen=True, slots=True)
class Connector:
    """A link between two lines of the board."""

    source: int
    """The predecessor's line."""
    target: int
    """The successor's line."""
    to_finish: bool
    """Whether it lands at the end of the successor's bar, not at its beginning."""
    incoming: bool
    """Whether the selected task is the successor."""


def connectors(state: State) -> list[Connector]:
    """The links of the task under the cursor, from and to what is on show for it: itself or a collapsed phase."""
    row = state.row
    if row is None:
        return []
    schedule, line = state.schedule, state.rows.line
    arcs = [(arc, True) for arc in schedule.predecessors(row)]
    arcs += [(arc, False) for arc in schedule.successors(row)]
    return [
        Connector(line[arc.pred], line[arc.succ], arc.to_finish, incoming)
        for arc, incoming in arcs
        if line[arc.pred] != line[arc.succ] and schedule.undated.keys().isdisjoint(arc[:2])
    ]


def routes(connectors: Iterable[Connector], bar: Callable[[int], Bar], lines: range) -> Mapping[int, Overlay]:
    """The cells of the connectors by line of the board.

    Args:
        connectors: What to draw.
        bar: The bar on a line of the board.
        lines: The lines on show; no others are drawn.
    """
    cells: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    landings: dict[tuple[int, int], str] = {}

    def add(line: int, column: int, directions: int) -> None:
        if line in lines:
            cells[line][column] |= directions

    for each in connectors:
        source, target = bar(each.source), bar(each.target)
        turn = target.last if each.to_finish else target.first
        down = each.target > each.source
        onward = DOWN if down else UP
        if turn > source.last:
            for column in range(source.last + 1, turn):
                add(each.source, column, LEFT | RIGHT)
            add(each.source, turn, LEFT | onward)
        elif turn < source.first:
            for column in range(turn + 1, source.first):
                add(each.source, column, LEFT | RIGHT)
            add(each.source, turn, RIGHT | onward)
        first, last = min(each.source, each.target) + 1, max(each.source, each.target)
        for line in range(max(first, lines.start), min(last, lines.stop)):
            add(line, turn, UP | DOWN)
        landings[each.target + (-1 if down else 1), turn] = _ARROWS[onward]
    return {
        line: tuple(
            (
                column,
                landings.get((line, column), "│") if directions == UP | DOWN else _LINES[directions],
            )
            for column, directions in sorted(row.items())
        )
        for line, row in cells.items()
    }
