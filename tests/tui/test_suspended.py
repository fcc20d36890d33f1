"""The real program on a terminal of its own, sent to the background of a shell and brought back."""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import plan_file

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no terminals to be made here")

_PATIENCE = 20
"""Seconds for a machine that is busy with other things."""
_SHELL = """\
import fcntl, os, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv("/bin/sh", ["sh", "-im"])
"""
"""A shell with job control: the terminal is its own."""


def wait(terminal: int, *seen: bytes) -> None:
    """Read what is written until all of these have come."""
    read = b""
    end = time.monotonic() + _PATIENCE
    while not all(each in read for each in seen):
        assert time.monotonic() < end, read[-2000:]
        if select.select([terminal], [], [], 0.1)[0]:
            read += os.read(terminal, 65536)


def _there_and_back(terminal: int, command: str) -> None:
    os.write(terminal, f"{command}\n".encode())
    wait(terminal, b"Three keys to begin with")
    os.write(terminal, b"\r")
    wait(terminal, b"Preparation")
    os.write(terminal, b"!")
    wait(terminal, b"ready>")
    os.write(terminal, b"fg\n")
    wait(terminal, b"Preparation", b"Sign")
    os.write(terminal, b"q")
    wait(terminal, b"ready>")


def test_from_the_shell_one_comes_back_to_a_whole_screen(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "transition_planner", "tui", str(plan_file(tmp_path)), "--read-only"]
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "HOME": str(tmp_path),
        "PS1": "ready>",
        "LANGUAGE": "en",
    }
    with subprocess.Popen(
        [sys.executable, "-c", _SHELL],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ) as shell:
        try:
            _there_and_back(ours, shlex.join(command))
        finally:
            shell.kill()  # a hang-up is passed over where the tests themselves run under nohup
    os.close(ours)
    os.close(theirs)


@driven
async def test_where_there_is_no_shell_this_is_told() -> None:
    async with seated() as seat:
        await seat.press("!")
        assert seat.said == "it cannot be suspended here"
