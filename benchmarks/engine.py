"""How long scheduling takes: the whole plan, its parts, and after an edit.

    python benchmarks/engine.py [TASKS ...]

Prints medians of nine runs in milliseconds of CPU time with the collector paused, and over 200 edits the least of three
runs. Goals: 1,000 tasks / 3,000 links with calendars 10 ms, 10,000 / 30,000 60 ms, an edit 0.1 ms.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

from generate import random_plan
from transition_planner.plan.outline import outline
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule.network import compile_network
from transition_planner.schedule.passes import backward, forward, last_finish
from transition_planner.schedule.schedule import schedule
from transition_planner.worktime.calendars import Calendars

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan

RUNS = 9


def median_ms(action: Callable[[], Any]) -> float:
    """The median CPU time of an action."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return statistics.median(times) * 1000


def longer(plan: Plan, id_: str) -> Plan:
    """The plan with one task a day longer."""
    for phase, entry in plan.tasks.items():
        if entry.tasks and id_ in entry.tasks:
            task = entry.tasks[id_]
            length = task.duration.amount if task.duration else 0
            changed = task.model_copy(update={"duration": Quantity(length + 1, "d")})
            tasks = {**entry.tasks, id_: changed}
            return plan.model_copy(
                update={"tasks": {**plan.tasks, phase: entry.model_copy(update={"tasks": tasks})}}
            )
    raise KeyError(id_)


def measure(tasks: int, calendars: int) -> None:
    """Print one block of figures."""
    plan = random_plan(tasks, calendars=calendars)
    whole = schedule(plan)
    rows = outline(plan)
    times = Calendars(plan)
    network = compile_network(plan, rows, times)
    early = forward(network)
    end = last_finish(network, early)
    links = sum(map(len, network.preds))
    print(f"{tasks:,} tasks, {links:,} links, {calendars} calendars")
    print(f"  whole, from the plan's objects {median_ms(lambda: schedule(plan)):9.2f}")
    print(f"  outline                        {median_ms(lambda: outline(plan)):9.2f}")
    print(f"  network                        {median_ms(lambda: compile_network(plan, rows, times)):9.2f}")
    print(f"  forward                        {median_ms(lambda: forward(network)):9.2f}")
    print(f"  backward                       {median_ms(lambda: backward(network, early, end)):9.2f}")
    print(
        f"  all floats                     {median_ms(lambda: [whole.total_float(r) for r in range(len(rows))]):9.2f}"
    )
    rng = random.Random(7)
    edits = []
    for _ in range(200):
        edited = longer(plan, f"task-{rng.randrange(tasks)}")
        times_of_one = []
        for _ in range(3):
            start = time.process_time()
            schedule(edited, previous=whole)
            times_of_one.append((time.process_time() - start) * 1000)
        edits.append(min(times_of_one))
    edits.sort()
    print(f"  after an edit: median {edits[100]:.2f}, p95 {edits[190]:.2f}, worst {edits[-1]:.2f}")


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000]
    gc.disable()
    for size in sizes:
        for calendars in (1, 10):
            measure(size, calendars)
            gc.collect()
