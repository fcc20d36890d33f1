"""The trend of 500 commits of the shipped plan, first and again: `python benchmarks/trend.py`, from the root."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COMMITS = 500
PLAN = Path("plans/helsinki-music-schools/plan.yaml")


def history(text: str) -> bytes:
    """The stream for `git fast-import`: in each commit one task's duration is another."""
    places = [match.span(1) for match in re.finditer(r"^ +duration: (\d+)d$", text, re.MULTILINE)]
    parts = []
    for number in range(COMMITS):
        start, end = places[number % len(places)]
        least = 10 ** (end - start - 1)  # as many digits as before, so that the places stay
        days = least + (int(text[start:end]) * 7 + number) % (9 * least)
        text = f"{text[:start]}{days}{text[end:]}"
        data = text.encode()
        head = (
            f"commit refs/heads/main\ncommitter A <a@example.org> {1_800_000_000 + 86_400 * number} +0000\n"
        )
        parts.append(
            f"{head}data 1\nx\nM 100644 inline plan.yaml\ndata {len(data)}\n".encode() + data + b"\n"
        )
    return b"".join(parts)


def processor() -> float:
    """The seconds that the programs run here took of the processors."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the seconds of both runs, by the clock and of the processors, git's included."""
    with tempfile.TemporaryDirectory() as folder:
        git = ("git", "-C", folder)
        subprocess.run((*git, "init", "--quiet", "--initial-branch=main"), check=True)
        subprocess.run((*git, "fast-import", "--quiet"), input=history(PLAN.read_text("utf-8")), check=True)
        subprocess.run((*git, "reset", "--quiet", "--hard", "main"), check=True)
        register = PLAN.with_name("register.yaml").read_bytes()
        (Path(folder) / "register.yaml").write_bytes(register)
        command = (sys.executable, "-m", "transition_planner", "trend", folder)
        for run in ("first", "again"):
            begun, used = time.perf_counter(), processor()
            done = subprocess.run(
                command,
                env=os.environ | {"XDG_CACHE_HOME": f"{folder}/cache"},
                capture_output=True,
                check=True,
            )
            seconds, busy = time.perf_counter() - begun, processor() - used
            print(f"{run}: {seconds:.2f} s, {busy:.2f} s CPU, {len(done.stdout.splitlines())} lines")


if __name__ == "__main__":
    main()
