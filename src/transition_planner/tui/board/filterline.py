"""The line above the table that tells the filter, and how many tasks are found and marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from transition_planner.locales import ngettext
from transition_planner.tui.painting.ink import Ground, Ink
from transition_planner.tui.painting.text import fit, right

if TYPE_CHECKING:
    from transition_planner.tui.painting.ink import Run
    from transition_planner.tui.state.state import State

CARET = "▏"


def filter_heading(state: State, width: int, *, typing: bool) -> list[Run]:
    """The line that tells the filter and how many tasks it means, as runs of cells."""
    if not (state.wanted or typing):
        return [(right(_marked(state), width), Ink.HEADING, Ground.HEADING)]
    number = len(state.rows.found)
    found = ngettext("{count} found", "{count} found", number).format(count=number) if state.wanted else ""
    found = " ".join(part for part in (_marked(state).strip(), found) if part)
    room = width - cell_len(found) - 4
    text = state.wanted[-room:] if cell_len(state.wanted) > room else state.wanted
    ink = Ink.MISSED if state.wanted and not number else Ink.PHASE
    return [
        (" /", Ink.KEY, Ground.HEADING),
        (fit(text + (CARET if typing else ""), max(room + 1, 0)), ink, Ground.HEADING),
        (f"{found} ", Ink.HEADING, Ground.HEADING),
    ]


def marked_here(state: State) -> int:
    """How many tasks of the model are marked."""
    return len(state.marked & state.schedule.outline.row.keys())


def _marked(state: State) -> str:
    """How many tasks are marked; "" for none."""
    number = marked_here(state)
    marked = ngettext("{count} marked", "{count} marked", number).format(count=number)
    return f"{marked} " if number else ""
