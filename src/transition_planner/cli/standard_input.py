"""A plan from a file or from the standard input."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.cli.options import STDIN

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

NAME = "<stdin>"
"""The file's name in findings."""


def load_named(path: Path) -> Document:
    """The plan of a file, or of the standard input, whose register and packs are those of this folder.

    Raises:
        PlanFileError: if it cannot be read or is wrong.
    """
    from transition_planner.planfile.loading import load, parse  # noqa: PLC0415  # 100 ms that help does not need

    if path != STDIN:
        return load(path)
    text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
    return replace(parse(text, name=NAME, folder=Path()), path=STDIN)
