"""The real program on a terminal of its own."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no terminals to be made here")

_PATIENCE = 20
"""Seconds for a machine that is busy with other things."""
_OPEN = "import pathlib, sys, transition_planner.tui as tui; sys.exit(tui.run(pathlib.Path(sys.argv[1])))"


class Terminal:
    """A terminal with the program on it, seen from the side of the person."""

    def __init__(self, number: int, process: subprocess.Popen[bytes]) -> None:
        self.number = number
        self.process = process

    def write(self, keys: bytes) -> None:
        """Type, all in one write."""
        os.write(self.number, keys)

    def wait(self, until: Callable[[bytes], bool]) -> bytes:
        """Read what the program writes until there is what one waits for."""
        return wait(self.number, until)

    def hang_up(self) -> None:
        """Let the terminal go."""
        os.close(self.number)
        self.number = -1

    def ended(self) -> int:
        """The program's exit code, once it has ended."""
        return self.process.wait(_PATIENCE)


def wait(terminal: int, until: Callable[[bytes], bool]) -> bytes:
    """Read what is written to a terminal until there is what one waits for."""
    seen = b""
    end = time.monotonic() + _PATIENCE
    while not until(seen):
        assert time.monotonic() < end, seen[-2000:]
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 65536)
    return seen


@contextmanager
def opened(path: Path) -> Iterator[Terminal]:
    """The plan open on a terminal, greeted for the first time; at the end the program is killed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", _OPEN, str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "HOME": str(path.parent)},
        start_new_session=True,
    ) as process:
        terminal = Terminal(ours, process)
        try:
            terminal.wait(lambda seen: b"Three keys to begin with" in seen)
            yield terminal
        finally:
            process.kill()
    os.close(theirs)
    if terminal.number >= 0:
        terminal.hang_up()
