"""Who sits at the ends: whether anybody can be asked, be shown a screen, and how wide a line may be."""

from __future__ import annotations

import os
import sys


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def line_width() -> int | None:
    """Characters in a line of the terminal; None where the output goes elsewhere, or nowhere."""
    if not _is_terminal(sys.stdout):
        return None
    import shutil  # noqa: PLC0415  # 3 ms that help and pipes do not need

    return shutil.get_terminal_size().columns


def on_screen() -> bool:
    """Whether the interface can be drawn: on a terminal, or by a driver that is named, as for a browser."""
    return on_terminal() or bool(os.environ.get("TEXTUAL_DRIVER"))


def _is_terminal(stream: object) -> bool:
    """Whether a stream is one; what stands in the place of a closed one is no file and cannot be asked."""
    ask = getattr(stream, "isatty", None)
    return bool(ask and ask())
