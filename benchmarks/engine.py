"""How long scheduling takes: the whole plan, its parts, and after an edit.

    python benchmarks/engine.py [TASKS ...]

Prints medians of nine runs in milliseconds of CPU time with the collector paused; of 200 edits each the least of three
runs. Goals with ten calendars: 10,000 tasks / 30,000 links 35 ms, 100,000 / 300,000 by numpy 250 ms from the plan's
objects and 40 ms for both passes; an edit at 10,000 tasks 0.1 ms.
"""

from __future__ import annotations

import gc
import importlib.util
import random
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

from generate import random_plan
from transition_planner.plan.outline import outline
from transition_planner.plan.quantity import Quantity
from transition_planner.schedule.bulk import LARGE
from transition_planner.schedule.compiling import compile_network
from transition_planner.schedule.passes import backward, forward, last_finish
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.calendars import calendars_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.schedule import Schedule

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


def by_lists(plan: Plan) -> None:
    """Print what the parts of a smaller plan's schedule take."""
    rows, times = outline(plan), calendars_of(plan)
    network = compile_network(plan, rows, times)
    early = forward(network)
    end = last_finish(network, early)
    put("network", median_ms(lambda: compile_network(plan, rows, times)))
    put("forward", median_ms(lambda: forward(network)))
    put("backward", median_ms(lambda: backward(network, early, end)))


def at_once(plan: Plan) -> None:
    """Print what the parts of a large plan's schedule take."""
    from transition_planner.schedule.bulk import passes  # noqa: PLC0415  # only where numpy is installed
    from transition_planner.schedule.bulk.bridge import Clock  # noqa: PLC0415  # as above
    from transition_planner.schedule.bulk.compiling import compile_in_columns  # noqa: PLC0415  # as above

    rows, times = outline(plan), calendars_of(plan)
    compiled = compile_in_columns(plan, rows, times)
    if compiled is None:
        raise SystemExit("numpy does not do this plan")
    network, columns = compiled
    clock = Clock(columns.calendars)
    early = passes.forward(network, columns, clock)
    end = passes.last_finish(network, columns, early)
    passes.backward(network, columns, clock, early, end)
    put("network, by numpy", median_ms(lambda: compile_in_columns(plan, rows, times)))
    put("forward, by numpy", median_ms(lambda: passes.forward(network, columns, clock)))
    put("backward, by numpy", median_ms(lambda: passes.backward(network, columns, clock, early, end)))


def put(what: str, milliseconds: float) -> None:
    """Print one line."""
    print(f"  {what:32}{milliseconds:9.2f}")


def edits(whole: Schedule, below: int, at_least: float = 0.0) -> None:
    """Print what those of 200 edits of tasks below a number take that move a share of all tasks at least."""
    rng = random.Random(7)
    times = []
    for _ in range(200):
        edited = longer(whole.plan, f"task-{rng.randrange(below)}")
        found, least = whole, float("inf")
        for _ in range(3):
            start = time.process_time()
            found = schedule(edited, previous=whole)
            least = min(least, (time.process_time() - start) * 1000)
        moved = sum(now != then for now, then in zip(found.early, whole.early, strict=True))
        if moved >= at_least * len(found.early):
            times.append(least)
    times.sort()
    if times:
        print(
            f"  {len(times)} edits that move {at_least:.0%} or more: median {statistics.median(times):.2f}, "
            f"p95 {times[len(times) * 95 // 100]:.2f}, worst {times[-1]:.2f}"
        )


def measure(tasks: int, calendars: int) -> None:
    """Print one block of figures."""
    plan = random_plan(tasks, calendars=calendars)
    start = time.process_time()
    whole = schedule(plan)
    first = (time.process_time() - start) * 1000
    print(f"{tasks:,} tasks, {calendars} calendars")
    put("whole, the first time", first)
    put("whole, its calendars known", median_ms(lambda: schedule(plan)))
    put("outline", median_ms(lambda: outline(plan)))
    if len(whole.outline) >= LARGE and importlib.util.find_spec("numpy"):
        at_once(plan)
    else:
        by_lists(plan)
    put("all floats", median_ms(lambda: [whole.total_float(row) for row in range(len(whole.outline))]))
    edits(whole, tasks)
    edits(whole, tasks // 100, 1 / 3)


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000]
    gc.disable()
    for size in sizes:
        for calendars in (1, 10):
            measure(size, calendars)
            gc.collect()
