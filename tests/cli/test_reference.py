from __future__ import annotations

from pathlib import Path

from transition_planner.cli.reference import reference

ROOT = Path(__file__).parents[2]


def test_the_page_of_commands_is_in_step_with_the_commands() -> None:
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == reference()
