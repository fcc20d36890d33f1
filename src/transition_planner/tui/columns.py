"""The table's columns, and a row of the table as cells."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from transition_planner.locales import _, language
from transition_planner.locales.dates import amount, short_date
from transition_planner.tui.bars import urgency
from transition_planner.tui.ink import Ground, Ink
from transition_planner.tui.text import fit, right
from transition_planner.tui.titles import title_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from transition_planner.locales import Language
    from transition_planner.schedule.schedule import Schedule
    from transition_planner.tui.ink import Run

MARKS = {Ink.CRITICAL: "●", Ink.NEAR: "○", Ink.NORMAL: " "}
FINISHED, IMPOSSIBLE = "✓", "✗"
OPEN, CLOSED = "▾", "▸"
_INDENT = 2
_MARK_CELLS = 3
_TITLE_CELLS = 22
"""What the title is to have at least: columns that would leave it less are left out."""


class Relation(Enum):
    """What a task is to the selected one; the value is its mark."""

    PREDECESSOR = "◂"
    SUCCESSOR = "▸"


@dataclass(frozen=True, slots=True)
class Column:
    """A column right of the title."""

    heading: str
    cells: int
    text: Callable[[Schedule, int], str]


def _start(schedule: Schedule, row: int) -> str:
    return _date(schedule.first_day(row), language())


def _finish(schedule: Schedule, row: int) -> str:
    return _date(schedule.last_day(row), language())


@lru_cache(maxsize=4096)
def _date(day: date, _language: Language) -> str:
    """A date in the language spoken now; kept, because a page of rows tells some hundred."""
    return short_date(day)


def _duration(schedule: Schedule, row: int) -> str:
    duration = schedule.outline.tasks[row].duration
    return str(duration) if duration is not None and duration.amount else ""


def _float(schedule: Schedule, row: int) -> str:
    return "" if schedule.outline.tasks[row].is_phase else amount(schedule.float_days(row))


def columns(width: int) -> tuple[Column, ...]:
    """The columns for a table of `width` cells; where they are too many, start goes first, then duration."""
    start = Column(_("Start"), 9, _start)
    finish = Column(_("Finish"), 9, _finish)
    duration = Column(_("Dur."), 5, _duration)
    float_ = Column(_("Float"), 6, _float)
    for choice in (
        (start, finish, duration, float_),
        (finish, duration, float_),
        (finish, float_),
        (finish,),
    ):
        if title_cells(width, choice) >= _TITLE_CELLS:
            return choice
    return ()


def title_cells(width: int, chosen: tuple[Column, ...]) -> int:
    """What is left for the title."""
    return width - _MARK_CELLS - sum(column.cells + 1 for column in chosen) - 1


def fold_cell(depth: int) -> int:
    """Where the sign stands that folds a phase."""
    return _MARK_CELLS + _INDENT * depth


def table_heading(width: int, chosen: tuple[Column, ...]) -> list[Run]:
    """The table's heading as runs of cells."""
    text = " " * _MARK_CELLS + fit("  " + _("Task"), title_cells(width, chosen))
    text += "".join(" " + right(column.heading, column.cells) for column in chosen)
    return [(fit(text, width), Ink.HEADING, Ground.HEADING)]


def table_row(
    schedule: Schedule,
    row: int,
    width: int,
    chosen: tuple[Column, ...],
    ground: Ground,
    collapsed: Collection[str],
    relation: Relation | None,
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
        ((relation.value if relation else " ") + " ", Ink.LINK, ground),
        (fit(title, title_cells(width, chosen)), text_ink, ground),
    ]
    cells = "".join(" " + right(column.text(schedule, row), column.cells) for column in chosen)
    number_ink = Ink.CRITICAL if ink is Ink.CRITICAL and not (task.is_phase or done) else text_ink
    if chosen and not task.is_phase:
        split = len(cells) - chosen[-1].cells
        painted += [(cells[:split], text_ink, ground), (cells[split:] + " ", number_ink, ground)]
    else:
        painted.append((cells + " ", text_ink, ground))
    return painted


def _mark(schedule: Schedule, row: int, ink: Ink) -> tuple[str, Ink]:
    """How a row stands: impossible, finished, critical, nearly critical or none of these."""
    task = schedule.outline.tasks[row]
    if row in schedule.impossible:
        return IMPOSSIBLE, Ink.MISSED
    if task.finished is not None:
        return FINISHED, Ink.DONE
    return (" ", ink) if task.is_phase else (MARKS[ink], ink)
