"""Tell what `check` looks for, and what the law asks."""

from __future__ import annotations

from pathlib import Path

from transition_planner.cli import rules
from transition_planner.cli.lazy_group import LazyGroup

command = LazyGroup(package=rules.__name__, folder=Path(rules.__path__[0]))
