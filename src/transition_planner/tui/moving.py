"""Commands that move the cursor or fold phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.picker import Picker, choices

if TYPE_CHECKING:
    from transition_planner.tui.screen import PlanScreen


def up(screen: PlanScreen) -> None:
    """To the task above."""
    screen.show(screen.state.moved(-1))


def down(screen: PlanScreen) -> None:
    """To the task below."""
    screen.show(screen.state.moved(1))


def page_up(screen: PlanScreen) -> None:
    """A screenful up; one line stays in sight."""
    screen.show(screen.state.moved(1 - screen.board.page))


def page_down(screen: PlanScreen) -> None:
    """A screenful down; one line stays in sight."""
    screen.show(screen.state.moved(screen.board.page - 1))


def first(screen: PlanScreen) -> None:
    """To the first task."""
    screen.show(screen.state.at_line(0))


def last(screen: PlanScreen) -> None:
    """To the last task."""
    screen.show(screen.state.at_line(len(screen.state.rows)))


def fold(screen: PlanScreen) -> None:
    """Hide or show the tasks of a phase."""
    screen.show(screen.state.toggled())


def fold_all(screen: PlanScreen) -> None:
    """Hide or show the tasks of all phases."""
    screen.show(screen.state.toggled_all())


def go_to(screen: PlanScreen) -> None:
    """To a task that is typed."""
    screen.ask(
        Picker(_("Go to"), choices(screen.state.schedule.outline)),
        lambda found: screen.show(screen.state.at(found.id), reveal=True),
    )
