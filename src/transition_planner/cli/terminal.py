"""Whether anybody can be asked, and how wide a line they see."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def on_terminal() -> bool:
    """Whether a person sits at both ends."""
    return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def terminal_width() -> int | None:
    """How many characters of a line fit on the terminal; None where the output goes elsewhere, to be kept whole."""
    return shutil.get_terminal_size().columns if _is_terminal(sys.stdout) else None


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is one; Python has none in the place of a closed descriptor."""
    return stream is not None and stream.isatty()
