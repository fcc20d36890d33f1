"""Where the person's own files lie, after the XDG Base Directory Specification."""

from __future__ import annotations

import os
from pathlib import Path


def config_file(name: str) -> Path:
    """A file that the person writes."""
    named = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    # A relative path does not count, says the specification.
    base = named if named.is_absolute() else Path.home() / ".config"
    return base / "transition-planner" / name
