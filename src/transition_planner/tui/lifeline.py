"""The end that comes from outside: the terminal or the browser is gone, or the system wants the program to end.

Textual goes on without either: on a terminal that is gone it reads its end for ever, a third of a core in use, and what
a killed server leaves behind waits for pages that cannot come. Unsaved edits stay in the crash journal.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKING_SECONDS = 1.0
"""Between two looks whether somebody can still write: each asks the system once, 2 µs."""
_LEAVING_SECONDS = 5.0
"""How long leaving may take: what is drawn last cannot be written any more, and a failure there is told to nobody."""


class Lifeline:
    """Leaves when nobody can write to the program any more, or it is told to end."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._input: select.poll | None = None
        self._left = False

    def begin(self) -> None:
        """Look after it from now on; not on Windows, which ends programs with their terminals."""
        if sys.platform == "win32" or sys.__stdin__ is None:
            return
        self._input = select.poll()
        self._input.register(sys.__stdin__.fileno(), 0)  # hang-ups are told unasked
        for sent in (signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(sent, self._end)

    def look(self) -> None:
        """Leave if nobody can write any more."""
        if self._input is not None and self._input.poll(0):
            self._end()

    def _end(self) -> None:
        if not self._left:
            self._left = True
            asyncio.get_running_loop().call_later(_LEAVING_SECONDS, os._exit, 1)
            self._leave()
