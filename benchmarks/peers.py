"""Our engine beside others on the same network: finish-to-start links without lag, one calendar of eight hours.

    python benchmarks/peers.py [TASKS ...] [--svg FILE]

Each peer is measured where it is installed: MPXJ and longpath by the extra `peers` (MPXJ needs Java 17), TaskJuggler
as the command `tj3`, the C loop by `cc`; large plans of ours by numpy, the extra `large`. Ours, MPXJ, longpath and C
count the seconds inside the scheduling call, the network and its calendar built before; networkx one longest path
without calendar; tj3 the whole process. All that give a finish must give the same one. Medians of five runs, of one
for what takes longer than ten seconds.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import importlib.util
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from transition_planner.plan.outline import outline
from transition_planner.plan.plan import Plan
from transition_planner.schedule.bulk import LARGE
from transition_planner.schedule.compiling import compile_network
from transition_planner.schedule.passes import backward, forward, last_finish
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.calendars import Calendars
from transition_planner.worktime.instant import to_datetime

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS, LONG = 5, 10.0
START = datetime(2027, 1, 11, 8)  # noqa: DTZ001  # the networks' own clock
SLOW = {"tj3": 20_000, "MPXJ": 100_000, "longpath": 100_000}
"""Up to how many tasks a peer is asked: beyond it takes minutes."""

C_SOURCE = """
void passes(int n, const int *first, const int *pred, const int *after_first, const int *after, const int *length,
            int *early, int *late, int *total) {
    int end = 0;
    for (int i = 0; i < n; i++) {
        int start = 0;
        for (int k = first[i]; k < first[i + 1]; k++)
            if (early[pred[k]] > start) start = early[pred[k]];
        early[i] = start + length[i];
        if (early[i] > end) end = early[i];
    }
    for (int i = n - 1; i >= 0; i--) {
        int finish = end;
        for (int k = after_first[i]; k < after_first[i + 1]; k++)
            if (late[after[k]] - length[after[k]] < finish) finish = late[after[k]] - length[after[k]];
        late[i] = finish;
        total[i] = finish - early[i];
    }
}
"""


@dataclass(frozen=True)
class Net:
    """A random network: hours of each task and its predecessors, all with lower numbers."""

    hours: list[int]
    preds: list[list[int]]


def random_net(tasks: int, links: int = 3) -> Net:
    """A layered network, the same each time."""
    rng = random.Random(tasks)
    width = max(2, int(tasks**0.5))
    preds = []
    for number in range(tasks):
        reach = min(number, 3 * width)
        preds.append(sorted(number - back for back in rng.sample(range(1, reach + 1), min(links, reach))))
    return Net([8 * rng.randint(1, 20) for _ in range(tasks)], preds)


def median(action: Callable[[], Any]) -> float:
    """The median wall time in seconds; of one run where that is long."""
    times: list[float] = []
    while len(times) < RUNS and not (times and times[0] > LONG):
        gc.collect()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def plan_of(net: Net) -> Plan:
    """The network as a plan."""
    return Plan.model_validate(
        {
            "format": 1,
            "id": "11111111-2222-4333-8444-555555555555",
            "title": "Network",
            "start": START,
            "calendar": "office",
            "calendars": {"office": {"week": "mon-fri 08:00-12:00 13:00-17:00"}},
            "tasks": {
                f"t{number}": {"duration": f"{hours}h", "after": [f"t{pred}" for pred in preds]}
                for number, (hours, preds) in enumerate(zip(net.hours, net.preds, strict=True))
            },
        }
    )


def passes_by_lists(plan: Plan) -> Callable[[], Any]:
    """The passes as smaller plans have them, ready to run."""
    network = compile_network(plan, outline(plan), Calendars(plan))

    def passes() -> list[int]:
        early = forward(network)
        late = backward(network, early, last_finish(network, early))
        return [(last >> 1) - (first >> 1) for first, last in zip(early, late, strict=True)]

    return passes


def passes_at_once(plan: Plan) -> Callable[[], Any]:
    """The passes as large plans have them, ready to run."""
    from transition_planner.schedule.bulk import passes as at_once  # noqa: PLC0415  # only where numpy is installed
    from transition_planner.schedule.bulk.bridge import Clock  # noqa: PLC0415  # as above
    from transition_planner.schedule.bulk.compiling import compile_in_columns  # noqa: PLC0415  # as above

    found = compile_in_columns(plan, outline(plan), Calendars(plan))
    if found is None:
        raise SystemExit("numpy does not do this plan")
    network, columns = found
    clock = Clock(columns.calendars)

    def passes() -> Any:
        early = at_once.forward(network, columns, clock)
        end = at_once.last_finish(network, columns, early)
        late = at_once.backward(network, columns, clock, early, end)
        return (late >> 1) - (early >> 1)

    return passes


def ours(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """The passes with all floats, the whole from the plan's objects, and an edit in the middle."""
    plan = plan_of(net)
    large = len(net.hours) >= LARGE and importlib.util.find_spec("numpy") is not None
    passes = passes_at_once(plan) if large else passes_by_lists(plan)
    found = schedule(plan)
    middle = f"t{len(net.hours) // 2}"
    longer = plan.tasks[middle].model_copy(update={"duration": plan.tasks["t0"].duration})
    edited = plan.model_copy(update={"tasks": {**plan.tasks, middle: longer}})
    finish = to_datetime(found.finish)
    return {
        "ours: passes, all floats": (median(passes), finish),
        "ours: from the plan's objects": (median(lambda: schedule(plan)), finish),
        "ours: after an edit": (median(lambda: schedule(edited, previous=found)), None),
    }


def with_networkx(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """One longest path, without calendar or floats."""
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(len(net.hours)))
    for number, preds in enumerate(net.preds):
        graph.add_weighted_edges_from((pred, number, net.hours[pred]) for pred in preds)
    return {"networkx: dag_longest_path": (median(lambda: nx.dag_longest_path(graph)), None)}


def with_c(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """The same additions and comparisons compiled: what the machine can do at best, without calendar."""
    succs: list[list[int]] = [[] for _ in net.hours]
    for number, preds in enumerate(net.preds):
        for pred in preds:
            succs[pred].append(number)

    def flat(lists: list[list[int]]) -> tuple[array[int], array[int]]:
        first = array("i", [0])
        for each in lists:
            first.append(first[-1] + len(each))
        return first, array("i", chain.from_iterable(lists))

    size = len(net.hours)
    arrays = [
        *flat(net.preds),
        *flat(succs),
        array("i", net.hours),
        *(array("i", [0]) * size for _ in range(3)),
    ]
    with tempfile.TemporaryDirectory() as folder:
        source, library = Path(folder) / "passes.c", Path(folder) / "passes.so"
        source.write_text(C_SOURCE)
        compiler = shutil.which("cc") or "cc"
        subprocess.run((compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(source)), check=True)
        passes = ctypes.CDLL(str(library)).passes
        pointers = [(ctypes.c_int * len(each)).from_buffer(each) for each in arrays]
        return {"C loop: the physical limit": (median(lambda: passes(size, *pointers)), None)}


def with_mpxj(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """MPXJ's scheduler after MS Project, inside a Java machine that has run it once before."""
    import jpype  # noqa: PLC0415  # only where it is installed
    import mpxj  # noqa: PLC0415  # as above

    if not jpype.isJVMStarted():
        mpxj.startJVM()
    java = jpype.JClass
    file = java("org.mpxj.ProjectFile")()
    calendar = file.addDefaultBaseCalendar()
    file.getProjectProperties().setDefaultCalendar(calendar)
    start = java("java.time.LocalDateTime").of(START.year, START.month, START.day, START.hour, 0)
    file.getProjectProperties().setStartDate(start)
    hour, duration = java("org.mpxj.TimeUnit").HOURS, java("org.mpxj.Duration")
    relation = java("org.mpxj.Relation").Builder
    tasks: list[Any] = []
    for number, (hours, preds) in enumerate(zip(net.hours, net.preds, strict=True)):
        task = file.addTask()
        task.setName(f"t{number}")
        task.setDuration(duration.getInstance(float(hours), hour))
        task.setRemainingDuration(duration.getInstance(float(hours), hour))
        task.setActualDuration(duration.getInstance(0.0, hour))
        task.setTaskMode(java("org.mpxj.TaskMode").AUTO_SCHEDULED)
        task.setConstraintType(java("org.mpxj.ConstraintType").AS_SOON_AS_POSSIBLE)
        for pred in preds:
            task.addPredecessor(relation().predecessorTask(tasks[pred]))
        tasks.append(task)
    seconds = median(lambda: java("org.mpxj.cpm.MicrosoftScheduler")().schedule(file, start))
    return {
        "MPXJ: schedule()": (seconds, max(datetime.fromisoformat(str(task.getFinish())) for task in tasks))
    }


def with_longpath(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """Longpath's critical path method."""
    from longpath import calendars, cpm, model  # noqa: PLC0415  # only where it is installed

    office = calendars.WorkCalendar("office", "office", [[(480, 720), (780, 1020)]] * 5 + [[], []])
    project = model.Project("p", "p", "p", data_date=START, planned_start=START, default_calendar="office")
    for number, hours in enumerate(net.hours):
        uid = f"t{number}"
        project.activities[uid] = model.Activity(
            uid, uid, uid, calendar_id="office", orig_dur_h=float(hours), rem_dur_h=float(hours)
        )
    project.relationships += [
        model.Relationship(f"t{pred}", f"t{number}")
        for number, preds in enumerate(net.preds)
        for pred in preds
    ]
    return {
        "longpath: cpm.run": (median(lambda: cpm.run(project, {"office": office}, cpm.CpmOptions())), None)
    }


def with_tj3(net: Net) -> dict[str, tuple[float, datetime | None]]:
    """TaskJuggler, the whole process, without reports."""
    done: list[int] = []
    for hours, preds in zip(net.hours, net.preds, strict=True):
        done.append(hours + max((done[pred] for pred in preds), default=0))
    start = datetime(1975, 1, 6, 8)  # noqa: DTZ001  # it knows no year after 2035
    end = start + timedelta(weeks=max(done) // 40 + 26)  # and wants to know how far to look
    lines = [f'project p "p" {start:%Y-%m-%d} - {end:%Y-%m-%d} {{ timingresolution 60min }}']
    for number, (hours, preds) in enumerate(zip(net.hours, net.preds, strict=True)):
        depends = (
            f" depends {', '.join(f't{pred}' for pred in preds)}"
            if preds
            else f" start {start:%Y-%m-%d-%H:%M}"
        )
        lines.append(f'task t{number} "t{number}" {{ length {hours}h{depends} }}')
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.tjp"
        path.write_text("\n".join(lines) + "\n")

        def run() -> None:
            command = (shutil.which("tj3") or "tj3", "--silent", "--no-reports", str(path))
            subprocess.run(command, check=True, cwd=folder, capture_output=True)

        return {"tj3: whole process": (median(run), None)}


PEERS: dict[str, tuple[Callable[[], bool], Callable[[Net], dict[str, tuple[float, datetime | None]]]]] = {
    "C": (lambda: shutil.which("cc") is not None, with_c),
    "networkx": (lambda: True, with_networkx),
    "longpath": (lambda: importlib.util.find_spec("longpath") is not None, with_longpath),
    "MPXJ": (lambda: importlib.util.find_spec("mpxj") is not None, with_mpxj),
    "tj3": (lambda: shutil.which("tj3") is not None, with_tj3),
}


def measure(tasks: int) -> dict[str, float]:
    """Print one block, and return its seconds by name."""
    net = random_net(tasks)
    found = ours(net)
    for name, (present, run) in PEERS.items():
        if not present():
            print(f"{name} is not installed here", file=sys.stderr)
        elif tasks <= SLOW.get(name, tasks):
            found |= run(net)
    own = found["ours: passes, all floats"][0]
    finishes = {finish for _, finish in found.values() if finish is not None}
    print(f"{tasks:,} tasks, {sum(map(len, net.preds)):,} links; finish {', '.join(map(str, finishes))}")
    for name, (seconds, _finish) in found.items():
        print(f"  {name:32} {seconds:12.4f} s {seconds / own:10.2f} times our passes")
    if len(finishes) != 1:
        raise SystemExit("the engines do not agree on the finish")
    return {name: seconds for name, (seconds, _) in found.items()}


def main() -> None:
    """Measure all sizes and print them; draw them where asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tasks", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--svg", type=Path, help="draw the figures")
    options = parser.parse_args()
    blocks = {tasks: measure(tasks) for tasks in options.tasks}
    if options.svg:
        from peers_chart import chart  # noqa: PLC0415  # only where it is asked for

        options.svg.write_text(chart(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
