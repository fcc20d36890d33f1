"""The table's heading, and a row of the table, as cells."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.chart.bars import urgency
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.text import fit, right
from transition_planner.tui.painting.titles import title_of
from transition_planner.tui.state.column import AUTOMATIC, all_columns

if TYPE_CHECKING:
    from collections.abc import Collection

    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.column import Column
    from transition_planner.tui.state.order import Order

MARKS = {Ink.CRITICAL: "●", Ink.NEAR: "○", Ink.NORMAL: " "}
FINISHED, IMPOSSIBLE, MARKED = "✓", "✗", "▪"
_UP, _DOWN = "▴", "▾"
OPEN, CLOSED = "▾", "▸"
_INDENT = 2
_MARK_CELLS = 3
_TITLE_CELLS = 22
"""What the title is to have: columns that would leave it less are left out."""
_TITLE_CELLS_AT_LEAST = 12
"""What it is to have where somebody has chosen the columns."""


class Relation(Enum):
    """What a task is to the selected one; the value is its mark."""

    PREDECESSOR = "◂"
    SUCCESSOR = "▸"


def columns(width: int, chosen: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns for a table of `width` cells: the chosen ones, else start, finish, duration and float.

    Where they are too many, of the chosen ones the first of the row go first, else start, then duration.
    """
    known = {column.id: column for column in all_columns()}
    wanted = [each for each in known if each in chosen]
    tries = [wanted[skipped:] for skipped in range(len(wanted))] if wanted else AUTOMATIC
    for names in tries:
        found = tuple(known[name] for name in names)
        if title_cells(width, found) >= (_TITLE_CELLS_AT_LEAST if wanted else _TITLE_CELLS):
            return found
    return ()


def title_cells(width: int, chosen: tuple[Column, ...]) -> int:
    """What is left for the title."""
    return width - _MARK_CELLS - sum(column.cells + 1 for column in chosen) - 1


def fold_cell(depth: int) -> int:
    """Where the sign stands that folds a phase."""
    return _MARK_CELLS + _INDENT * depth


def table_heading(width: int, chosen: tuple[Column, ...], order: Order | None = None) -> list[Run]:
    """The table's heading as runs of cells; the column that rows are sorted by has an arrow."""
    text = " " * _MARK_CELLS + fit("  " + _("Task"), title_cells(width, chosen))
    for column in chosen:
        sorted_ = order is not None and order.column == column.id
        sign = (_DOWN if order.descending else _UP) if order is not None and sorted_ else ""
        text += " " + right(sign + column.heading, column.cells)
    return [(fit(text, width), Ink.HEADING, Ground.HEADING)]


def column_at(x: int, width: int, chosen: tuple[Column, ...]) -> Column | None:
    """The column that a cell of the heading belongs to; None for the title's."""
    left = _MARK_CELLS + title_cells(width, chosen)
    for column in chosen:
        if left <= x <= left + column.cells:
            return column
        left += column.cells + 1
    return None


def table_row(
    schedule: Schedule,
    row: int,
    width: int,
    chosen: tuple[Column, ...],
    ground: Ground,
    collapsed: Collection[str],
    relation: Relation | None,
    *,
    marked: bool = False,
) -> list[Run]:
    """The row as runs of cells.

    Args:
        schedule: Whose row it is.
        row: The outline's row.
        width: Cells of the whole table.
        chosen: The columns right of the title.
        ground: The row's ground.
        collapsed: Ids of collapsed phases.
        relation: What it is to the selected task.
        marked: Whether commands mean it.
    """
    outline = schedule.outline
    task = outline.tasks[row]
    ink = urgency(schedule, row)
    done = task.finished is not None
    fold = " " if not task.is_phase else CLOSED if outline.ids[row] in collapsed else OPEN
    title = " " * (_INDENT * outline.depth[row]) + fold + " " + title_of(outline, row)
    text_ink = Ink.PHASE if task.is_phase else Ink.FAINT if done else Ink.TEXT
    painted: list[Run] = [
        (*_mark(schedule, row, ink), ground),
        ((relation.value if relation else " ") + (MARKED if marked else " "), Ink.LINK, ground),
        (fit(title, title_cells(width, chosen)), text_ink, ground),
    ]
    cells = "".join(" " + right(column.text(schedule, row), column.cells) for column in chosen)
    critical = ink is Ink.CRITICAL and not (task.is_phase or done)
    number_ink = Ink.CRITICAL if critical and chosen[-1:] and chosen[-1].id == "float" else text_ink
    if chosen and not task.is_phase:
        split = len(cells) - chosen[-1].cells
        painted += [(cells[:split], text_ink, ground), (cells[split:] + " ", number_ink, ground)]
    else:
        painted.append((cells + " ", text_ink, ground))
    return painted


def _mark(schedule: Schedule, row: int, ink: Ink) -> tuple[str, Ink]:
    """How a row stands: without dates, impossible, finished, critical, nearly critical or none of these."""
    task = schedule.outline.tasks[row]
    if row in schedule.impossible or row in schedule.undated:
        return IMPOSSIBLE, Ink.MISSED
    if task.finished is not None:
        return FINISHED, Ink.DONE
    return (" ", ink) if task.is_phase else (MARKS[ink], ink)
