"""A file held by the program that writes it, so that others can tell whether that still runs.

The system lets go when the program ends, however it ends; on Linux also for other computers that share the drive by
NFS or SMB. Where there are no such locks, as on Windows, no file seems to be held: then people are asked.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path


def hold(file: FileIO) -> None:
    """Hold a file until it is closed."""
    if sys.platform != "win32":
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_held(path: Path) -> bool:
    """Whether some program holds a file, this one included.

    Raises:
        OSError: if it cannot be read.
    """
    if sys.platform != "win32":
        with path.open("rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
            except OSError:
                return False
    return False
