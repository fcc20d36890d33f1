"""Commands that open the modes, and the way from a mode to a task of the plan."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.outline import outline
from transition_planner.tui.keys.command import Command
from transition_planner.tui.painting.titles import model_title
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from transition_planner.tui.desk import Desk


def mode_commands() -> tuple[Command[Desk], ...]:
    """The commands that open the modes."""
    return (
        Command(
            "plan",
            ("f2",),
            _("Plan"),
            _("Look at the plan: tasks and chart."),
            lambda screen: screen.close_mode(),
        ),
        _opening(
            "network",
            ("i", "f3"),
            _("Network"),
            _("See the links before and behind the task as a graph, and walk along them."),
        ),
        _opening(
            "why",
            ("w", "f4"),
            _("Why"),
            _("See why the task is then, and what would bring it earlier."),
        ),
        _opening(
            "calendar",
            ("C", "f5"),
            _("Calendar"),
            _("See a month with its milestones, deadlines, decisions, windows and closures."),
        ),
        _opening(
            "register",
            ("r", "f6"),
            _("Register"),
            _("Look at threats, opportunities and objectives, and who takes them up."),
        ),
        _opening(
            "models",
            ("M", "f7"),
            _("Models"),
            _("See the models side by side, on one time axis, and choose one."),
        ),
        _opening("findings", ("f", "f8"), _("Findings"), _("Look at what the check finds, and waive it.")),
        _opening(
            "history",
            ("U", "f9"),
            _("History"),
            _("See the edits of this sitting, what each did, and go back to any."),
        ),
    )


def _opening(mode: str, keys: tuple[str, ...], name: str, does: str) -> Command[Desk]:
    return Command(mode, keys, name, does, partial(_open, mode=mode))


def _open(screen: Desk, mode: str) -> None:
    screen.open_mode(mode)


def go_to_task(screen: Desk, task: str) -> bool:
    """The plan with the cursor on a task, in another model where the one shown has no such task; whether one has."""
    state = screen.state
    if task not in state.schedule.outline.row:
        plan = state.schedule.plan
        model = next((each for each in plan.models if task in outline(plan, each).row), None)
        if model is None:
            return False
        try:
            state = state.in_model(model)
        except (NoWorkingTime, ValueError) as error:
            screen.warn(str(error))
            return True
        screen.close_mode()
        screen.show(state.at(task), reveal=True)
        screen.say(_("model: {title}").format(title=model_title(plan, model)))
        return True
    screen.close_mode()
    screen.show(state.at(task), reveal=True)
    return True
