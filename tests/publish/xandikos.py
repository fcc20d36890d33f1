"""Xandikos, a calendar server that stands on git and icalendar, and asks for no password on loopback."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

from tests.publish.radicale import USER
from tests.publish.running import free_port, running

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

IS_INSTALLED = importlib.util.find_spec("xandikos") is not None


def xandikos(folder: Path) -> AbstractContextManager[str]:
    """The address of a new, empty server that stores in a folder."""
    port = free_port()
    options = ("--current-user-principal", f"/{USER}/", "--autocreate", "--defaults")
    command = (
        sys.executable,
        "-m",
        "xandikos",
        "serve",
        "-d",
        str(folder),
        "-l",
        "127.0.0.1",
        "-p",
        str(port),
    )
    return running((*command, *options), port)
