"""Others' forms of our objects, kept in files before they are written over."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "caldav.saved"
"""The folder beside the plan's file."""


def save_form(folder: Path, uid: str, data: bytes) -> Path:
    """Write a form to a file of its own; no file that is there is written over.

    Raises:
        OSError: if the system refuses.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        file = folder / (f"{uid}.ics" if number == 1 else f"{uid}.{number}.ics")
        try:
            with file.open("xb") as opened:
                opened.write(data)
                opened.flush()
                os.fsync(opened.fileno())
        except FileExistsError:
            continue
        return file
    raise AssertionError  # numbers do not end
