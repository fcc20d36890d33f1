"""The real program on a terminal of its own, sent to the background of a shell and brought back."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import plan_file
from tests.tui.terminals import pty, wait

if TYPE_CHECKING:
    from pathlib import Path

_SHELL = """\
import fcntl, os, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv("/bin/sh", ["sh", "-im"])
"""
"""A shell with job control: the terminal is its own."""


def _all_in(shown: tuple[bytes, ...], seen: bytes) -> bool:
    return all(each in seen for each in shown)


def _there_and_back(terminal: int, command: str) -> None:
    for keys, *shown in (
        (f"{command}\n".encode(), b"Three keys to begin with"),
        (b"\r", b"Preparation"),
        (b"!", b"ready>"),
        (b"fg\n", b"Preparation", b"Sign"),
        (b"q", b"ready>"),
    ):
        os.write(terminal, keys)
        wait(terminal, partial(_all_in, tuple(shown)))


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
