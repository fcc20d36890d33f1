"""Whether anybody can be asked, or be shown a screen."""

from __future__ import annotations

import os
import sys


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def on_screen() -> bool:
    """Whether the interface can be drawn: on a terminal, or by a driver that is named, as for a browser."""
    return on_terminal() or bool(os.environ.get("TEXTUAL_DRIVER"))
