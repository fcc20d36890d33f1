"""What the room costs those who do not use it."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module", ["transition_planner.cli", "transition_planner.cli.program", "transition_planner.tui"]
)
def test_textual_is_loaded_only_when_the_plan_is_opened(module: str) -> None:
    code = f"import sys, {module}; sys.exit('textual' in sys.modules or 'rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
