"""The real program when what it reads from, or who started it, is gone: it ends, and its journal keeps the edits."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.tui.plans import SMALL, plan_file
from tests.tui.test_killed import wait

from transition_planner.planfile.journal import recover

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pty = pytest.importorskip("pty", reason="no terminals to be made here")

LONGER = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")


class Opened:
    """A plan open on a terminal of its own, with an edit that is not saved."""

    def __init__(self, folder: Path) -> None:
        self.path = plan_file(folder)
        self.terminal, theirs = pty.openpty()
        code = (
            "import pathlib, sys, transition_planner.tui as tui; "
            f"sys.exit(tui.run(pathlib.Path({str(self.path)!r})))"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-c", code],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", "HOME": str(folder)},
            start_new_session=True,
        )
        os.close(theirs)
        journal = folder / ".plan.yaml.journal"
        wait(self.terminal, lambda seen: b"Three keys to begin with" in seen)
        os.write(self.terminal, b"\rj+")
        wait(self.terminal, lambda _seen: journal.exists() and b"6d" in journal.read_bytes())

    def ended(self) -> int:
        """The exit code."""
        return self.process.wait(timeout=20)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    it = Opened(tmp_path)
    yield it
    it.process.kill()
    it.process.wait()


def kept(opened: Opened) -> str:
    """What can be recovered, where the file itself is as it was."""
    assert opened.path.read_text("utf-8") == SMALL
    left = recover(opened.path)
    assert left is not None
    return left.text


def test_it_ends_when_its_terminal_is_gone(opened: Opened) -> None:
    os.close(opened.terminal)
    assert opened.ended() == 130
    assert kept(opened) == LONGER


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_as_it_found_it(opened: Opened, sent: signal.Signals) -> None:
    opened.process.send_signal(sent)
    left = wait(opened.terminal, lambda seen: b"\x1b[?1049l" in seen and b"\x1b[?25h" in seen)
    assert b"\x1b[?1000l" in left
    assert opened.ended() == 130
    assert kept(opened) == LONGER
    os.close(opened.terminal)
