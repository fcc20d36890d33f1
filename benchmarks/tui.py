"""How much work a key makes in the terminal interface: from the key to the painted frame.

    python benchmarks/tui.py [TASKS] [COLUMNSxLINES]

Prints CPU milliseconds of the app's thread, p50, p95 and the most, for each kind of key on a generated plan. The row
"key of no command" is what Textual and its test pilot cost by themselves. Goal: p95 of 16 ms at 10,000 tasks, 160x48.
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

ROUNDS = 60
FRAME_SECONDS = 0.03
"""Longer than Textual may put off a frame (1/60 s)."""

ACTIONS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("key of no command", (), ("f12",)),
    ("cursor", ("g",), ("down",)),
    ("scroll by a line", ("g", *("pagedown",) * 3), ("down",)),
    ("page", ("g",), ("pagedown",)),
    ("pan", ("g",), ("right", "left")),
    ("zoom", ("g", "pagedown"), ("1", "2", "3", "4", "5", "6")),
    ("duration, and schedule", ("g", "pagedown", "pagedown"), ("+", "-")),
    ("duration of the first task", ("g", "down"), ("+", "-")),
    ("undo, and schedule", ("g", "down", *("+",) * 70), ("u",)),
    ("fold a phase", ("g",), ("space",)),
    ("filter, a letter", ("g", "slash"), ("t", "a", "ctrl+u", "e", "backspace")),
)
"""Name, keys to get ready, keys that are measured in turn."""


async def measured(pilot: Pilot[int], keys: Sequence[str]) -> list[float]:
    """The milliseconds of each round."""
    times = []
    for number in range(ROUNDS):
        start = time.thread_time()
        await pilot.press(keys[number % len(keys)])
        await asyncio.sleep(FRAME_SECONDS)
        times.append((time.thread_time() - start) * 1000)
    return sorted(times)


async def run(tasks: int, size: tuple[int, int]) -> None:
    """Measure all actions and print a table."""
    text = yaml.safe_dump(plan_data(tasks), sort_keys=False, allow_unicode=True)
    app = PlanApp(History.of(parse(text)), today=date(2027, 3, 1))
    async with app.run_test(size=size) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause(1.0)
        await app.workers.wait_for_complete()
        print(f"{tasks} tasks, {size[0]}x{size[1]}, CPU ms{'p50':>16}{'p95':>8}{'most':>8}")
        for name, ready, keys in ACTIONS:
            await pilot.press(*ready)
            await pilot.pause(1.2)
            await app.workers.wait_for_complete()
            times = await measured(pilot, keys)
            p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
            print(f"{name:<38}{p50:>8.1f}{p95:>8.1f}{times[-1]:>8.1f}")


if __name__ == "__main__":
    tasks, size = [*sys.argv[1:], *("10000", "160x48")[len(sys.argv) - 1 :]]
    columns, lines = size.split("x")
    asyncio.run(run(int(tasks), (int(columns), int(lines))))
