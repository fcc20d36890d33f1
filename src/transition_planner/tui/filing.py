"""Commands about the plan's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import Document
from transition_planner.planfile.finding_error import PlanFileError
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load
from transition_planner.planfile.saving import ChangedOnDisk, save as save_document
from transition_planner.tui.ask import Answer, Ask

if TYPE_CHECKING:
    from transition_planner.tui.screen import PlanScreen


async def save(screen: PlanScreen) -> bool:
    """Write the plan to its file; where that has changed meanwhile, ask. Gives whether it is written now."""
