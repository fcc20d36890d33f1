# ruff: noqa: INP001  # a script, not a package
"""Pictures of the terminal interface for the README and docs/modes.md, made from the real app.

    python docs/pictures.py [NAME…]

Writes docs/plan-view.svg, the plan of the three music schools at 160x48, and docs/modes/NAME.svg for each mode.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load
from transition_planner.tui.app import PlanApp

DOCS = Path(__file__).resolve().parent
PLAN = Path("plans", "helsinki-music-schools")
"""From the root, so that no picture tells where on a disk that is."""
TODAY = date(2028, 9, 20)
WHOLE, PART = (160, 48), (120, 32)
MODES = DOCS / "modes"
_CHOICE = (":", *"choose-model", "enter")
PICTURES = {
    DOCS / "plan-view.svg": (WHOLE, ("6", "G", ":", *"takes", "enter", "0")),
    MODES / "network.svg": (PART, (*_CHOICE, "i", "z")),
    MODES / "why.svg": (PART, (":", *"takes", "enter", "w", "j")),
    MODES / "calendar.svg": (PART, (*_CHOICE, "C")),
    MODES / "register.svg": (PART, ("r",)),
    MODES / "models.svg": (PART, ("M",)),
    MODES / "findings.svg": (PART, ("f",)),
    MODES / "history.svg": (PART, (*_CHOICE, "+", "+", "j", "j", "+", "u", "U")),
}
"""The size and the keys of each picture: the plan's has the critical path on show, from where it begins."""

_FOREIGN_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(size: tuple[int, int], keys: tuple[str, ...]) -> str:
    """The screen as SVG, without the web fonts that Rich would fetch from a foreign host."""
    history = History.of(replace(load(PLAN), path=None))
    app = PlanApp(history, "merger", "en", today=TODAY)
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
        await pilot.pause(1.0)
        await app.workers.wait_for_complete()
        await pilot.pause(0.5)
        return _FOREIGN_FONT.sub("", app.export_screenshot(title="transition-planner"))


if __name__ == "__main__":
    os.chdir(DOCS.parent)
    MODES.mkdir(exist_ok=True)
    for path, (size, keys) in PICTURES.items():
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            path.write_text(asyncio.run(picture(size, keys)), encoding="utf-8")
