"""How long edits of the plan's file take, with undo, journal and saving.

    python benchmarks/editing.py [TASKS ...]

Prints medians of 31 runs in milliseconds of CPU time. Goals: a field of a plan of 10,000 tasks (2 MB) set in 3 ms, an
edit noted in the journal in 1 ms.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import yaml

from generate import plan_data
from transition_planner.planfile.edits import (
    AddLink,
    AddTask,
    MoveTask,
    RemoveTask,
    RenameTask,
    SetField,
    SetPlanField,
)
from transition_planner.planfile.history import History
from transition_planner.planfile.journal import Journal
from transition_planner.planfile.loading import load
from transition_planner.planfile.saving import save

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.planfile.edits import Edit

RUNS = 31


def median_ms(action: Callable[[], Any]) -> float:
    """The median CPU time of an action."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def _do(history: History, edit: Callable[[], Edit]) -> None:
    history.do(edit())


def measure(file: Path, tasks: int) -> None:
    """Print the figures of one plan."""
    data = plan_data(tasks)
    file.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True), encoding="utf-8")
    first = History.of(load(file))
    gc.freeze()
    random.seed(1)

    def task() -> str:
        return f"task-{random.randrange(tasks // 2, tasks - 1)}"

    edits: dict[str, Callable[[], Edit]] = {
        "set a field": lambda: SetField(task(), "duration", f"{random.randint(21, 99)}d"),
        "set a phase's field": lambda: SetField("phase-1", "title", "Another"),
        "link": lambda: AddLink(task(), "task-0 SS"),
        "add": lambda: AddTask("new", {"title": "New", "duration": "3d"}, "phase-1", "task-150"),
        "remove": lambda: RemoveTask(task()),
        "rename": lambda: RenameTask(task(), "new"),
        "move": lambda: MoveTask("task-150", None, "phase-2"),
        "set a plan's field": lambda: SetPlanField(("status-date",), "2027-03-01"),
    }
    print(f"{tasks} tasks, {file.stat().st_size / 1e6:.1f} MB")
    for name, edit in edits.items():
        print(f"  {name:20}{median_ms(partial(_do, first, edit)):8.2f}")
    second = first.do(edits["set a field"]())
    journal = Journal(file)
    start = time.process_time()
    journal.record(first.document, second.splices)
    print(f"  {'journal, first edit':20}{(time.process_time() - start) * 1000:8.2f}")
    print(f"  {'journal':20}{median_ms(lambda: journal.record(first.document, second.splices)):8.2f}")
    print(f"  {'undo':20}{median_ms(second.undo):8.2f}")
    print(f"  {'save':20}{median_ms(lambda: save(second.document, even_if_changed=True)):8.2f}")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for number in [int(each) for each in sys.argv[1:]] or [1000, 10000]:
            measure(Path(folder) / "plan.yaml", number)
