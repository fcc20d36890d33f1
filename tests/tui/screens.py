"""The screens whose text is kept in goldens/.

`python -m tests.tui.screens`, from the root, writes them anew: read the difference before you commit it.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.tui.driving import seated
from tests.tui.plans import EMPTY, ODD, STUDY

from transition_planner.planfile.history import History
from transition_planner.planfile.loading import load

if TYPE_CHECKING:
    from transition_planner.locales import Language

GOLDENS = Path(__file__).parent / "goldens"
DEMO = Path(__file__).parents[2] / "plans" / "demo"


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen after some keys."""

    keys: tuple[str, ...] = ()
    dialog: tuple[str, ...] = ()
    """The keys that open a dialog, pressed when the findings have been counted: below a dialog nothing changes."""
    plan: Path | str = DEMO
    first: bool = False
    """Whether the person has never opened a plan before."""


PICTURES = {
    "plan": Picture(("down", "down", "down", "down")),
    "longer": Picture(("down", "down", "down", "down", "+", "+")),
    "filter": Picture(("/", *"owner:p")),
    "form": Picture(("down", "down", "down", "down"), ("e",)),
    "circle": Picture(("down", "down"), ("e", "down", "down", *", boat")),
    "together": Picture(("down", "v", "v", "v", "S", *"total", "enter"), ("e",)),
    "columns": Picture(("T", "down", "space", "down", "space", "enter"), ("T",)),
    "progress": Picture(("down", "down"), ("b",)),
    "percent": Picture(("down", "down"), ("%",)),
    "link": Picture(("down",), ("l", *"boat")),
    "go-to": Picture(dialog=(":", *"bo")),
    "sort": Picture(dialog=("S",)),
    "greeting": Picture(first=True),
    "entries": Picture(dialog=("P",), plan=STUDY),
    "calendar-data": Picture(dialog=("P", *"board", "enter"), plan=STUDY),
    "plan-data": Picture(dialog=("P", "enter"), plan=STUDY),
    "help": Picture(dialog=("?",)),
    "help-filter": Picture(dialog=("?", *"day")),
    "quit": Picture(("down", "down", "+"), ("q",)),
    "findings": Picture((), ("f", "down"), plan=STUDY),
    "waive": Picture((), ("f", "down", "w"), plan=STUDY),
    "register": Picture((), ("r", "j", "j", "j"), plan=STUDY),
    "attach": Picture((), ("r", "A", *"co"), plan=STUDY),
    "choose": Picture((), ("M", "j", "c"), plan=STUDY),
    "why": Picture((), (":", *"opened", "enter", "w", "j"), plan=STUDY),
    "models": Picture((), ("M", "j"), plan=STUDY),
    "network": Picture((":", *"choose", "enter"), ("i",), plan=STUDY),
    "calendar": Picture((":", *"choose", "enter"), ("C",), plan=STUDY),
    "history": Picture((":", *"licence", "enter", "+", "+", "j", "+", "u"), ("U",), plan=STUDY),
    "odd": Picture(("G",), plan=ODD),
    "empty": Picture(plan=EMPTY),
}
_EVERYWHERE = (
    "plan",
    "help",
    "findings",
    "register",
    "why",
    "form",
    "models",
    "network",
    "calendar",
    "history",
    "waive",
    "link",
    "columns",
    "quit",
    "greeting",
)
"""Pictures that are kept in both sizes in both languages, which are each mode and each kind of dialog; of others the
small one in English, the large in Finnish."""

NAMES = [
    f"{name}-{size}.{language}.txt"
    for name in PICTURES
    for size, language in (("80x24", "en"), ("160x48", "fi"), ("80x24", "fi"), ("160x48", "en"))
    if name in _EVERYWHERE or (size, language) in {("80x24", "en"), ("160x48", "fi")}
]


async def screen(golden: str) -> str:
    """The text of a screen, by the golden's name."""
    stem, language, _txt = golden.split(".")
    name, _, size = stem.rpartition("-")
    width, height = size.split("x")
    picture = PICTURES[name]
    spoken: Language = "fi" if language == "fi" else "en"
    with TemporaryDirectory() as folder:
        memory = Path(folder) / "memory" if picture.first else None
        async with seated(
            _opened(picture.plan), size=(int(width), int(height)), language=spoken, memory=memory
        ) as seat:
            await seat.press(*picture.keys)
            await seat.settle()
            await seat.press(*picture.dialog)
            await seat.pilot.pause(0.1)  # the form tries out what was typed when no key has come for a moment
            return "".join(f"{line.rstrip()}\n" for line in seat.lines())


def _opened(plan: Path | str) -> History | str:
    """A plan in memory: one with a file would leave a crash journal beside it."""
    if isinstance(plan, str):
        return plan
    return History.of(replace(load(plan), path=None, name="plan.yaml"))


async def main() -> None:
    """Write all goldens."""
    for name in NAMES:
        (GOLDENS / name).write_text(await screen(name), encoding="utf-8")


if __name__ == "__main__":
    os.environ["TEXTUAL_ANIMATIONS"] = "none"
    asyncio.run(main())
