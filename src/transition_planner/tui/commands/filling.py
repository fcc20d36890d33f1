"""What is filled in in the form: a task, a new one, a new phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.tui import gestures
from transition_planner.tui.form.taskdraft import NewTask, TaskDraft

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.tui.desk import Desk
    from transition_planner.tui.state.state import State


def edit(screen: Desk) -> None:
    """Edit the task, or add one where there is none."""
    if screen.state.cursor is None:
        add(screen)
    else:
        _fill_in(screen, TaskDraft(screen.state, screen.state.selected))


def add(screen: Desk) -> None:
    """Add a task below."""
    _fill_in(screen, TaskDraft(screen.state, new=NewTask.TASK))


def add_phase(screen: Desk) -> None:
    """Add a phase below, and go on to its first task: it is there already, since what has no tasks is no phase."""

    def go_on() -> None:
        outline, row = screen.state.schedule.outline, gestures.row_of(screen.state)
        _fill_in(screen, TaskDraft(screen.state.at(outline.ids[row + 1]), new=NewTask.FIRST))

    _fill_in(screen, TaskDraft(screen.state, new=NewTask.PHASE), go_on)


def _fill_in(screen: Desk, draft: TaskDraft, then: Callable[[], None] = lambda: None) -> None:
    """Show a form; what is accepted is done and told, and something may follow."""

    def take(made: State) -> None:
        screen.change(made, draft.done(made))
        then()

    screen.form.prepare(draft)
    screen.ask(screen.form, take)
