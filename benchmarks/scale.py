"""How large plans get on: seconds and the most memory held, from the file to the schedule.

    python benchmarks/scale.py [TASKS ...]

Each size is a process of its own, so that one's memory is not counted for another. Plans up to 100,000 tasks are
written to a file, without titles since a file holds 20 MB at most, and loaded; larger ones are made in memory, and the
memory for that counts as well. Goals: 100,000 tasks loaded and scheduled in 1 GB, a million scheduled in 4 GB.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from generate import plan_data, random_plan
from transition_planner.planfile.loading import load
from transition_planner.schedule.scheduling import schedule

FILES = 100_000
"""Up to how many tasks a file is written."""


def write(path: Path, tasks: int) -> None:
    """Write a plan's file."""
    data = plan_data(tasks)
    for phase in data["tasks"].values():
        for task in phase["tasks"].values():
            del task["title"]
    with path.open("w", encoding="utf-8") as file:
        yaml.dump(data, file, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)


def measure(tasks: int, path: Path) -> None:
    """Load or make the plan, schedule it and print."""
    start = time.process_time()
    plan = load(path).plan if path.exists() else random_plan(tasks)
    gc.freeze()
    loaded = time.process_time()
    found = schedule(plan)
    done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    how = "loaded" if path.exists() else "made"
    print(
        f"{tasks:>9,} tasks {how} in {loaded - start:7.2f} s, scheduled in {done - loaded:6.2f} s, "
        f"{len(found.critical_tasks)} critical; at most {peak:,.0f} MB"
    )


def main() -> None:
    """Measure each size in its own process."""
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]), Path(sys.argv[3]))
        return
    with TemporaryDirectory() as folder:
        for tasks in [int(size) for size in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
            path = Path(folder) / f"{tasks}.yaml"
            if tasks <= FILES:
                write(path, tasks)
            subprocess.run((sys.executable, __file__, "--one", str(tasks), str(path)), check=True)


if __name__ == "__main__":
    main()
