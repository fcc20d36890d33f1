"""One page's program: the interface in a process of its own, whose screen goes to the browser."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

from textual_serve.app_service import AppService

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.locales import Language


def program(path: Path, model: str | None, language: Language, *, write: bool) -> str:
    """The command line that opens a plan, for the system's shell.

    Args:
        path: The plan's folder or file.
        model: The model to show; None leaves it to the plan.
        language: What the interface speaks.
        write: Whether the plan can be edited.
    """
    words = [sys.executable, "-m", "transition_planner", "tui", str(path.absolute()), "--language", language]
    words += [] if model is None else ["--model", model]
    words += [] if write else ["--read-only"]
    # Without exec a shell stays in between, and a signal ends only that.
    return subprocess.list2cmdline(words) if os.name == "nt" else f"exec {shlex.join(words)}"


class Session(AppService):
    """A program that closes its page when it ends, in whatever way: textual-serve leaves one that failed open."""

    async def run(self) -> None:
        """Pass on what it draws, until it ends."""
        try:
            await super().run()
            if self._process is not None:
                await self._process.wait()
        finally:
            await self.remote_close()

    async def take(self, message: str) -> None:
        """Pass on what the page says; what is none of its words is left aside."""
        try:
            said = json.loads(message)
        except ValueError:
            return
        match said:
            case ["stdin", str(typed)]:
                await self.send_bytes(typed.encode("utf-8", "replace"))
            case ["resize", {"width": int(width), "height": int(height)}]:
                await self.set_terminal_size(width, height)
            case ["ping", str(moment)]:
                await self.remote_write_str(json.dumps(["pong", moment]))
            case ["focus", *_]:
                await self.focus()
            case ["blur", *_]:
                await self.blur()
            case _:
                pass
