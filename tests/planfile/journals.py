"""The journal of a plan's file, as long as there is one at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.planfile.journal import recover

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.journal import Recovered


def left_behind(plan: Path) -> Recovered | None:
    """What the only journal holds."""
    found = recover(plan)
    assert len(found) <= 1
    return found[0] if found else None


def journal_of(plan: Path) -> Path | None:
    """The only journal."""
    found = list(plan.parent.glob(f".{plan.name}*.journal"))
    assert len(found) <= 1
    return found[0] if found else None


def noted(plan: Path) -> bytes:
    """The bytes of the only journal, none where there is none."""
    journal = journal_of(plan)
    return b"" if journal is None else journal.read_bytes()
