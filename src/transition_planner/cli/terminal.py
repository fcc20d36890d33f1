"""Who sits at the ends: whether anybody can be asked, be shown a screen, and how wide a line may be."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def on_screen() -> bool:
    """Whether the interface can be drawn: on a terminal, or by a driver that is named, as for a browser."""
    return on_terminal() or bool(os.environ.get("TEXTUAL_DRIVER"))


def line_width() -> int | None:
    """Characters in a line of the terminal; None where the output goes elsewhere, to be kept whole."""
    return shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else None


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is one; Python has none in the place of a closed descriptor."""
    return stream is not None and stream.isatty()
