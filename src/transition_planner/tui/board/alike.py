"""Which lines look after an edit as they did before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.tui.state.state import State


def alike(before: State, after: State, lines: range) -> frozenset[int]:
    """Those of some lines of the board whose task, dates and floats are the same in two states.

    A line may be left out that looks the same, none is named that does not: phases and tasks with fixed dates are
    left out, since what they show depends on other rows too.
    """
    old, new = before.schedule, after.schedule
    if after.rows is not before.rows or not _same(before, after):
        return frozenset()
    network = new.network
    if network.undated is not old.network.undated:
        return frozenset()
    odd = network.fixed.keys() | network.measure.keys() | network.spans.keys() | network.impossible.keys()
    odd |= old.network.fixed.keys() | old.network.impossible.keys()
    found = []
    for line in lines:
        row = after.rows.shown[line]
        if (
            not network.phase[row]
            and row not in odd
            and new.outline.tasks[row] is old.outline.tasks[row]
            and network.calendar[row] is old.network.calendar[row]
            and all(
                new.early[slot] == old.early[slot] and new.late[slot] == old.late[slot]
                for slot in (2 * row, 2 * row + 1)
            )
        ):
            found.append(line)
    return frozenset(found)


def _same(before: State, after: State) -> bool:
    """Whether nothing but tasks differs that all lines depend on."""
    names = ("limits", "roles", "calendars", "calendar", "day", "week")
    old, new = before.schedule.plan, after.schedule.plan
    return all(getattr(old, name) == getattr(new, name) for name in names)
