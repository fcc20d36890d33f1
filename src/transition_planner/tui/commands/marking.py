"""Commands that mark tasks, so that commands mean all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _, ngettext
from transition_planner.tui.gestures import no_task
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def mark(screen: Desk) -> None:
    """Mark the task or unmark it, and go on to the next."""
    cursor = screen.state.cursor
    if cursor is None:
        screen.warn(no_task())
    else:
        _show(screen, screen.state.marked ^ {cursor}, 1)


def mark_range(screen: Desk) -> None:
    """Mark all tasks between the marked one that is nearest above, else below, and the cursor."""
    state = screen.state
    shown = [state.schedule.outline.ids[row] for row in state.rows.shown]
    marked = [line for line, id_ in enumerate(shown) if id_ in state.marked]
    if not marked:
        mark(screen)
        return
    above = [line for line in marked if line <= state.line]
    other = above[-1] if above else marked[0]
    first, last = sorted((other, state.line))
    _show(screen, state.marked | set(shown[first : last + 1]), 0)


def mark_all(screen: Desk) -> None:
    """Mark all that the filter means, without one all tasks on show that are no phases; unmark them if they are."""
    state = screen.state
    outline = state.schedule.outline
    rows = state.rows.found or [row for row in state.rows.shown if not outline.tasks[row].is_phase]
    meant = {outline.ids[row] for row in rows}
    _show(screen, state.marked - meant if meant <= state.marked else state.marked | meant, 0)


def marking_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("mark", ("v",), _("Mark"), _("Mark the task: commands then mean all marked ones."), mark),
        Command(
            "mark-range",
            ("V",),
            _("Mark up to here"),
            _("Mark all tasks from the marked one to here."),
            mark_range,
        ),
        Command(
            "mark-all",
            ("ctrl+a",),
            _("Mark all"),
            _("Mark all tasks that the filter means, or none."),
            mark_all,
        ),
    )


def _show(screen: Desk, marked: frozenset[str] | set[str], lines: int) -> None:
    screen.show(screen.state.marking(frozenset(marked)).moved(lines))
    number = len(marked & screen.state.schedule.outline.row.keys())
    screen.say(ngettext("{count} task marked", "{count} tasks marked", number).format(count=number))
