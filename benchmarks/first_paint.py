"""CPU time from the command to the first whole screen: what somebody waits for who opens a plan.

    python benchmarks/first_paint.py [COLUMNSxLINES]

Runs the program on a terminal of its own, kills it when the last line of the screen has been written, and prints the
least CPU time of ten runs in milliseconds, imports and Python's own start included. The goal is 600 for the plan of
the music schools. Python alone is told as well: on a machine that is left alone it takes some 10 ms.
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

from start_up import cpu

ROOT = Path(__file__).parents[1]
PLANS = ("plans/helsinki-music-schools", "plans/demo")
RUNS = 10
GOAL = 600
LAST = b"Quit"
"""The last of what is drawn: the footer's end."""


def first_paint(plan: str, size: tuple[int, int], environment: dict[str, str]) -> float:
    """The milliseconds of one run."""
    ours, theirs = pty.openpty()
    columns, lines = size
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    process = subprocess.Popen(
        (sys.executable, "-m", "transition_planner", "tui", plan, "--read-only"),
        cwd=ROOT,
        env=environment,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    written = b""
    while LAST not in written:
        written += os.read(ours, 1 << 16)
    process.send_signal(signal.SIGKILL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    os.close(ours)
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Measure and print."""
    columns, lines = (sys.argv[1] if len(sys.argv) > 1 else "160x48").split("x")
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory() as folder:
        home = {"HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_STATE_HOME": folder, "XDG_DATA_HOME": folder}
        environment = {
            **kept,
            **home,
            "TERM": "xterm-256color",
            "LANGUAGE": "en",
            "PYTHONPYCACHEPREFIX": folder,
        }
        print(f"bare Python {cpu(('-c', 'pass'), folder):.0f} ms")
        for plan in PLANS:
            times = sorted(first_paint(plan, (int(columns), int(lines)), environment) for _ in range(RUNS))
            print(f"{plan}: {times[0]:.0f} ms of {GOAL} (p50 {times[len(times) // 2]:.0f})", flush=True)


if __name__ == "__main__":
    main()
