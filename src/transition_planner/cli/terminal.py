"""Who sits at the ends: whether anybody can be asked, be shown a screen, and how wide a line may be."""

from __future__ import annotations

import os
import shutil
import sys


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def line_width() -> int | None:
    """Characters in a line of the terminal; None where the output goes elsewhere, or nowhere."""
    # What replaces a closed stdout is no file and cannot be asked.
    shown = getattr(sys.stdout, "isatty", None)
    return shutil.get_terminal_size().columns if shown and shown() else None


def on_screen() -> bool:
    """Whether the interface can be drawn: on a terminal, or by a driver that is named, as for a browser."""
    return on_terminal() or bool(os.environ.get("TEXTUAL_DRIVER"))
