"""Files that others read while they are written: each is there whole, in its old form or in its new one."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from secrets import token_hex


def write_whole(path: Path, data: bytes) -> bool:
    """Put the bytes in the place of what the file holds; whether they are others than before.

    Raises:
        OSError: if the system refuses; the file is as it was.
    """
    there = path.exists()
    if there and not path.is_file():  # a pipe or a device is written to, not replaced
        path.write_bytes(data)
        return True
    if there and path.read_bytes() == data:
        return False
    place = Path(os.path.realpath(path))  # a symbolic link stays one
    temporary = place.with_name(f".{place.name}.{token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if there:
            temporary.chmod(stat.S_IMODE(place.stat().st_mode))
        temporary.replace(place)
    except OSError as error:
        # The person knows the file, not the one beside it.
        raise type(error)(error.errno, error.strerror, str(path)) from error
    finally:
        temporary.unlink(missing_ok=True)
    return True
