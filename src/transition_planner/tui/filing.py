"""Commands about the plan's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.tui.ask import Answer, Ask

if TYPE_CHECKING:
    from transition_planner.tui.screen import PlanScreen


async def save(screen: PlanScreen) -> None:
    """Write the plan to its file."""


async def quit_(screen: PlanScreen) -> None:
    """Leave; ask first where something is not saved."""
    if screen.state.history.changed:
        answers = (Answer("y", _("leave, and lose what was edited")), Answer("n", _("stay")))
        if await screen.ask(Ask(_("The plan has edits that are not saved. Leave?"), answers)) != "y":
            return
    screen.app.exit(0)
