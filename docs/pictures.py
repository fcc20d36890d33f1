# ruff: noqa: INP001  # a script, not a package
"""Pictures of the terminal interface for the README, made from the real app.

    python docs/pictures.py

Writes docs/plan-view.svg: the plan of the three music schools at 160x48, its critical path.
"""

from __future__ import annotations

import asyncio
import re
from datetime import date
from pathlib import Path

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load
from transition_planner.tui.app import PlanApp

DOCS = Path(__file__).parent
PLAN = DOCS.parent / "plans" / "helsinki-music-schools"
SIZE = (160, 48)
TODAY = date(2028, 9, 20)
KEYS = ("6", "G", ":", *"takes", "enter", "0")
"""The plan's last rows on show, the cursor where the critical path begins, the whole plan in the chart."""

_FOREIGN_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture() -> str:
    """The screen as SVG, without the web fonts that Rich would fetch from a foreign host."""
    app = PlanApp(History.of(load(PLAN)), "merger", "en", today=TODAY)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*KEYS)
        await pilot.pause(1.0)
        await app.workers.wait_for_complete()
        await pilot.pause()
        return _FOREIGN_FONT.sub("", app.export_screenshot(title="transition-planner"))


if __name__ == "__main__":
    (DOCS / "plan-view.svg").write_text(asyncio.run(picture()), encoding="utf-8")
