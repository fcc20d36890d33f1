"""CPU time of whole processes: what somebody waits for who types a command.

    python benchmarks/start_up.py

Prints the least of ten runs, in milliseconds over a Python that does nothing. Bytecode is kept between the runs, as
that of an installed program is, whatever the environment says: compiling the sources each time costs 100 ms.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
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


def cpu(arguments: tuple[str, ...], bytecode: str) -> float:
    """The least CPU time of some runs of Python, in milliseconds; `bytecode` is the folder to keep it in."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": bytecode}
    return min(_one(arguments, environment) for _ in range(RUNS))


def _one(arguments: tuple[str, ...], environment: dict[str, str]) -> float:
    process = subprocess.Popen(
        (sys.executable, *arguments),
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as bytecode:
        bare = cpu(("-c", "pass"), bytecode)
        print(f"bare Python {bare:.0f} ms")
        for arguments, limit in COMMANDS:
            took = cpu(arguments, bytecode) - bare
            print(
                f"{' '.join(arguments[1:])}: {took:.0f} ms of {limit}{'' if took <= limit else ' TOO SLOW'}"
            )


if __name__ == "__main__":
    main()
