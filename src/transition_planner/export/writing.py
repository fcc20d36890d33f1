"""Files that others read while they are written: each is there whole, in its old form or in its new one."""

from __future__ import annotations

import os
import stat
from secrets import token_hex
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> bool:
    """Put the bytes in the place of what the file holds; whether they are others than before.

    Raises:
        OSError: if the system refuses; the file is as it was.
    """
    there = path.exists()
    if there and path.read_bytes() == data:
        return False
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if there:
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except OSError as error:
        # The person knows the file, not the one beside it.
        raise type(error)(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return True
