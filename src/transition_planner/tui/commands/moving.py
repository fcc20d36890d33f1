"""Commands that move the cursor or fold phases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.dialogs.picker import Picker, choices
from transition_planner.tui.keys.command import Command

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def up(screen: Desk) -> None:
    """To the task above."""
    screen.show(screen.state.moved(-1))


def down(screen: Desk) -> None:
    """To the task below."""
    screen.show(screen.state.moved(1))


def page_up(screen: Desk) -> None:
    """A screenful up; one line stays in sight."""
    screen.show(screen.state.moved(1 - screen.board.page))


def page_down(screen: Desk) -> None:
    """A screenful down; one line stays in sight."""
    screen.show(screen.state.moved(screen.board.page - 1))


def first(screen: Desk) -> None:
    """To the first task."""
    screen.show(screen.state.at_line(0))


def last(screen: Desk) -> None:
    """To the last task."""
    screen.show(screen.state.at_line(len(screen.state.rows)))


def fold(screen: Desk) -> None:
    """Hide or show the tasks of a phase."""
    screen.show(screen.state.toggled())


def fold_all(screen: Desk) -> None:
    """Hide or show the tasks of all phases."""
    screen.show(screen.state.toggled_all())


def go_to(screen: Desk) -> None:
    """To a task that is typed."""
    screen.ask(
        Picker(_("Go to"), choices(screen.state.schedule.outline)),
        lambda found: screen.show(screen.state.at(found.id), reveal=True),
    )


def moving_commands() -> tuple[Command[Desk], ...]:
    """All of them, in the language spoken now."""
    return (
        Command("up", ("up", "k"), _("Up"), _("To the task above."), up),
        Command("down", ("down", "j"), _("Down"), _("To the task below."), down),
        Command("page-up", ("pageup", "ctrl+b"), _("Page up"), _("A screenful up."), page_up),
        Command("page-down", ("pagedown", "ctrl+f"), _("Page down"), _("A screenful down."), page_down),
        Command("first", ("g", "home"), _("First task"), _("To the first task."), first),
        Command("last", ("G", "end"), _("Last task"), _("To the last task."), last),
        Command(
            "go-to",
            (":",),
            _("Go to…"),
            _("To a task by its id or a part of its title."),
            go_to,
        ),
        Command("fold", ("space",), _("Fold"), _("Hide or show the tasks of this phase."), fold),
        Command("fold-all", ("o",), _("Fold all"), _("Hide or show the tasks of all phases."), fold_all),
    )
