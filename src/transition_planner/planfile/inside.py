"""Files that a plan names, from its own folder and from nowhere else."""

from __future__ import annotations

import errno
import stat
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from pathlib import Path


class OutsideError(Exception):
    """The file lies outside the plan's folder, by its name or behind a symbolic link."""


class TooLargeError(Exception):
    """The file is larger than allowed."""


def bytes_inside(folder: Path, name: str, most: int) -> bytes:
    """The bytes of a file in a folder.

    Args:
        folder: The plan's.
        name: As the plan gives it.
        most: How many bytes the file may have.

    Raises:
        OutsideError: if it lies elsewhere.
        TooLargeError: if it has more bytes.
        OSError, ValueError: if it cannot be read; also a pipe or a device, which may never end, is refused.
    """
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()):
        raise OutsideError
    mode = file.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, _("it is no file"), str(file))
    with file.open("rb") as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise TooLargeError
    return data
