"""Where the person's own files lie, after the XDG Base Directory Specification."""

from __future__ import annotations

import os
from pathlib import Path

_PROGRAM = "transition-planner"


def config_file(name: str) -> Path:
    """A file that the person writes."""
    return _base("XDG_CONFIG_HOME", ".config") / _PROGRAM / name


def state_file(name: str) -> Path:
    """A file with what the program remembers from one sitting to the next."""
    return _base("XDG_STATE_HOME", ".local/state") / _PROGRAM / name


def _base(variable: str, default: str) -> Path:
    """The folder a variable names; relative paths in it do not count."""
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else Path.home() / default
