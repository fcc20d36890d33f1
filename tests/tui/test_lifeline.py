"""The real program when what it reads from, or who started it, is gone: it ends, and its journal keeps the edits."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest
from tests.planfile.journals import left_behind, noted
from tests.tui.plans import SMALL, plan_file
from tests.tui.terminals import opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.tui.terminals import Terminal

LONGER = SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")


@pytest.fixture
def edited(tmp_path: Path) -> Iterator[Terminal]:
    """A plan open on a terminal, with an edit that is not saved."""
    path = plan_file(tmp_path)
    with opened(path) as terminal:
        terminal.write(b"\rj+")
        terminal.wait(lambda _seen: b"6d" in noted(path))
        yield terminal


def kept(folder: Path) -> str:
    """What can be recovered, where the file itself is as it was."""
    path = folder / "plan.yaml"
    assert path.read_text("utf-8") == SMALL
    left = left_behind(path)
    assert left is not None
    return left.text


def test_it_ends_when_its_terminal_is_gone(edited: Terminal, tmp_path: Path) -> None:
    edited.hang_up()
    assert edited.ended() == 130
    assert kept(tmp_path) == LONGER


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_leaves_the_terminal_as_it_found_it(
    edited: Terminal, tmp_path: Path, sent: signal.Signals
) -> None:
    edited.process.send_signal(sent)
    left = edited.wait(lambda seen: b"\x1b[?1049l" in seen and b"\x1b[?25h" in seen)
    assert b"\x1b[?1000l" in left
    assert edited.ended() == 130
    assert kept(tmp_path) == LONGER
