"""CPU time of whole processes: what somebody waits for who types a command.

    python benchmarks/start_up.py

Prints the least of ten runs, in milliseconds over a Python that does nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
RUNS = 10
PROGRAM = ("-m", "transition_planner")
COMMANDS = (
    ((*PROGRAM, "--help"), 60),
    ((*PROGRAM, "check", "plans/helsinki-music-schools"), 350),
    ((*PROGRAM, "check", "plans/demo"), 350),
    ((*PROGRAM, "schedule", "plans/helsinki-music-schools"), 350),
)
"""What is run, and the milliseconds that it may take."""


def cpu(arguments: tuple[str, ...]) -> float:
    """The least CPU time of some runs of Python, in milliseconds."""
    return min(_one(arguments) for _ in range(RUNS))


def _one(arguments: tuple[str, ...]) -> float:
    process = subprocess.Popen(
        (sys.executable, *arguments), cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure and print."""
    bare = cpu(("-c", "pass"))
    print(f"bare Python {bare:.0f} ms")
    for arguments, limit in COMMANDS:
        took = cpu(arguments) - bare
        print(f"{' '.join(arguments[1:])}: {took:.0f} ms of {limit}{'' if took <= limit else ' TOO SLOW'}")


if __name__ == "__main__":
    main()
