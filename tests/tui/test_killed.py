"""The real program killed without a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.planfile.journals import left_behind, noted
from tests.tui.plans import SMALL, plan_file
from tests.tui.terminals import opened

if TYPE_CHECKING:
    from pathlib import Path


def test_edits_of_a_program_that_was_killed_are_recovered(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    with opened(path) as terminal:
        terminal.write(b"\rj+")
        terminal.wait(lambda _seen: b"6d" in noted(path))
        terminal.process.kill()
    assert path.read_text() == SMALL
    left = left_behind(path)
    assert left is not None
    assert left.text == SMALL.replace("duration: 5d\n        owner", "duration: 6d\n        owner")
