"""The real program on a terminal of its own, killed without a word."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.tui.plans import SMALL, plan_file

from transition_planner.planfile.journal import recover

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no terminals to be made here")

_PATIENCE = 20
"""Seconds for a machine that is busy with other things."""


def wait(terminal: int, until: Callable[[bytes], bool]) -> bytes:
    """Read what the program writes until there is what one waits for."""
    seen = b""
    end = time.monotonic() + _PATIENCE
    while not until(seen):
        assert time.monotonic() < end, seen[-2000:]
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536)
    return seen


def test_edits_of_a_program_that_was_killed_are_recovered(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    journal = tmp_path / ".plan.yaml.journal"
    ours, theirs = pty.openpty()
    code = f"import pathlib, transition_planner.tui; transition_planner.tui.run(pathlib.Path({str(path)!r}))"
    environment = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            wait(ours, lambda seen: b"Three keys to begin with" in seen)
            os.write(ours, b"\rj+")
            wait(ours, lambda _seen: journal.exists() and b"6d" in journal.read_bytes())
        finally:
            process.send_signal(signal.SIGKILL)
    os.close(ours)
    os.close(theirs)
    assert path.read_text() == SMALL
    left = recover(path)
    assert left is not None
    assert left.text == SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")
