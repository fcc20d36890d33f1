"""How much work a key makes in the terminal interface: from the key to the painted frame.

    python benchmarks/tui.py [TASKS] [COLUMNSxLINES] [ACTION]

Prints CPU milliseconds of the app's thread, p50, p95 and the most, for each kind of key on a generated plan, or for
those whose name has ACTION in it. Other programs disturb a measurement and none makes it shorter: of several batches
the one with the lowest p95 is told. The row "key of no command" is what Textual and its test pilot cost by themselves.
Goals at 10,000 tasks: p95 of 16 ms at 160x48 and 20 ms at 240x67; 30 ms for a letter of a filter, 50 ms for a key in a
mode and 150 ms to open one. Last: how many of 200 keys that are queued at once arrive.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import date
from typing import TYPE_CHECKING

import yaml

from generate import plan_data
from transition_planner.planfile.history import History
from transition_planner.planfile.loading import parse
from transition_planner.tui.app import PlanApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.pilot import Pilot

    from transition_planner.planfile.document import Document

BATCHES, ROUNDS = 5, 20
FRAME_SECONDS = 0.03
"""Longer than Textual may put off a frame (1/60 s)."""
QUEUED = 200
ITEMS = 40
"""Of each sort in the register."""

ACTIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("key of no command", (), ("f11",)),
    ("cursor", ("g",), ("down",)),
    ("scroll by a line", ("g", *("pagedown",) * 3), ("down",)),
    ("page", ("g",), ("pagedown",)),
    ("pan", ("g",), ("right", "left")),
    ("zoom", ("g", "pagedown"), ("1", "2", "3", "4", "5", "6")),
    ("duration, and schedule", ("g", "pagedown", "pagedown"), ("+", "-")),
    ("duration of the first task", ("g", "down"), ("+", "-")),
    ("undo and redo that", ("g", "down", "+"), ("u", "ctrl+r")),
    ("fold a phase", ("g",), ("space",)),
    ("filter, a letter", ("g", "slash"), ("t", "a", "ctrl+u", "e", "backspace")),
    ("leave the filter", ("escape", "g"), ("f11",)),
    ("open the network", ("g", "down", "f3", "escape"), ("f3", "escape")),
    ("network, along a link", ("f3",), ("right", "left")),
    ("network, a level more", (), ("Z", "z")),
    ("open why", ("escape",), ("f4", "escape")),
    ("open the calendar", ("f5", "escape"), ("f5", "escape")),
    ("calendar, a day", ("f5",), ("right",)),
    ("calendar, a month", (), ("pagedown", "pageup")),
    ("open the register", ("escape", "f6", "escape"), ("f6", "escape")),
    ("register, a line", ("f6", "g"), ("down",)),
    ("register, a page", ("g",), ("pagedown",)),
    ("open the models", ("escape", "f7", "escape"), ("f7", "escape")),
    ("models, a line", ("f7",), ("down", "up")),
    ("open the history", ("escape", "f9", "escape"), ("f9", "escape")),
    ("history, a line", ("f9",), ("down", "up")),
    ("open the findings", ("escape", "f8", "escape"), ("f8", "escape")),
    ("findings, a line", ("f8",), ("down",)),
    ("findings, a page", (), ("pagedown", "pageup")),
)
"""Name, keys to get ready, keys that are measured in turn."""


def document(tasks: int) -> Document:
    """The plan: each seventh task meets a threat, each eleventh uses an opportunity, some of which nobody takes up."""
    data = plan_data(tasks)
    for phase in data["tasks"].values():
        for number, task in enumerate(phase["tasks"].values()):
            if number % 7 == 0:
                task["mitigates"] = [f"U{number % ITEMS}"]
            if number % 11 == 0:
                task["realises"] = [f"M{number % ITEMS}"]
    register = {
        name: {f"{letter}{number}": {"title": f"{letter} number {number}"} for number in range(ITEMS)}
        for name, letter in (("objectives", "T"), ("opportunities", "M"), ("threats", "U"))
    }
    written = [
        yaml.safe_dump(each, sort_keys=False, allow_unicode=True)
        for each in ({"register": "register.yaml", **data}, register)
    ]
    return parse(written[0], register_text=written[1])


async def measured(pilot: Pilot[int], keys: Sequence[str]) -> list[float]:
    """The milliseconds of each round of the least disturbed batch."""
    batches = []
    for batch in range(BATCHES):
        times = []
        for number in range(ROUNDS):
            start = time.thread_time()
            await pilot.press(keys[(batch * ROUNDS + number) % len(keys)])
            await asyncio.sleep(FRAME_SECONDS)
            times.append((time.thread_time() - start) * 1000)
        batches.append(sorted(times))
    return min(batches, key=_p95)


def _p95(times: Sequence[float]) -> float:
    return times[len(times) * 95 // 100 - 1]


async def quiet(pilot: Pilot[int]) -> None:
    """Wait until nothing is looked for in the background."""
    await pilot.pause(1.2)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def run(tasks: int, size: tuple[int, int], wanted: str) -> None:
    """Measure the actions and print a table."""
    app = PlanApp(History.of(document(tasks)), today=date(2027, 3, 1))
    async with app.run_test(size=size) as pilot:
        await quiet(pilot)
        print(f"{tasks} tasks, {size[0]}x{size[1]}, CPU ms{'p50':>16}{'p95':>8}{'most':>8}")
        for name, ready, keys in ACTIONS:
            if wanted not in name:
                continue
            await pilot.press(*ready)
            await quiet(pilot)
            times = await measured(pilot, keys)
            print(f"{name:<38}{times[len(times) // 2]:>8.1f}{_p95(times):>8.1f}{times[-1]:>8.1f}", flush=True)
        await pilot.press("escape", "escape", "g")
        await pilot.press(*("down",) * QUEUED)
        print(f"of {QUEUED} keys arrived: {app.plan_screen.state.line}")


if __name__ == "__main__":
    tasks, size, wanted = [*sys.argv[1:], *("10000", "160x48", "")[len(sys.argv) - 1 :]]
    columns, lines = size.split("x")
    asyncio.run(run(int(tasks), (int(columns), int(lines)), wanted))
