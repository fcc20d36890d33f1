"""Radicale, a calendar server that stands on vobject."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

from tests.publish.running import free_port, running

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

USER, PASSWORD = "lead", "salainen-1"
IS_INSTALLED = importlib.util.find_spec("radicale") is not None


def radicale(folder: Path) -> AbstractContextManager[str]:
    """The address of a new, empty server that stores in a folder."""
    port = free_port()
    (folder / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
    (folder / "config").write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {folder}/users\nhtpasswd_encryption = plain\ndelay = 0\n"
        f"[rights]\ntype = owner_only\n[storage]\nfilesystem_folder = {folder}/store\n[web]\ntype = none\n",
        encoding="utf-8",
    )
    return running((sys.executable, "-m", "radicale", "-C", str(folder / "config")), port)
