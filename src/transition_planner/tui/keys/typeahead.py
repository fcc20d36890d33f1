"""Keys typed ahead: each acts on what the one before it has opened."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import nullcontext
from typing import TYPE_CHECKING

from textual.events import Key, MouseEvent, Paste

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode
    from textual.message_pump import MessagePump

_QUIET_ROUNDS = 2
"""Rounds in which nothing opens: the first is the key's own, the second that of what a line says about the key."""


class Typeahead:
    """Holds back what is typed while a key is under way.

    Textual sends a key on at once to the widget that has the focus then. Of `:report` and enter in one burst all keys
    would go to the plan, although the first of them opens the line that the others are meant for.
    """

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._held: deque[Key | Paste | MouseEvent] = deque()
        self._let_in: Key | Paste | MouseEvent | None = None
        self._letting_in: asyncio.Task[None] | None = None

    def holds(self, event: object) -> bool:
        """Whether something that has come must wait; it comes to the app again when it is its turn."""
        if event is self._let_in or not isinstance(event, (Key, Paste, MouseEvent)) or event.is_forwarded:
            return False
        if self._letting_in is None and isinstance(event, MouseEvent):
            return False
        self._held.append(event)
        if self._letting_in is None:
            self._letting_in = asyncio.create_task(self._let_all_in())
        return True

    async def settled(self) -> None:
        """Wait until all that was typed has been dealt with."""
        if self._letting_in is not None:
            await asyncio.wait({self._letting_in})

    def end(self) -> None:
        """Let nothing more in."""
        if self._letting_in is not None:
            self._letting_in.cancel()

    async def _let_all_in(self) -> None:
        try:
            while self._held and self._app.is_running:
                self._let_in = self._held.popleft()
                with (
                    self._app.batch_update() if self._held else nullcontext()
                ):  # keys held down: painted at the end
                    self._app.post_message(self._let_in)
                    await _passed(self._app)
                    if not isinstance(self._let_in, MouseEvent):
                        await self._done()
        finally:
            self._let_in = self._letting_in = None

    async def _done(self) -> None:
        """Wait until a key has gone its way, and the screen that it may have opened stands ready for the next."""
        quiet, way = 0, self._way()
        while quiet < _QUIET_ROUNDS and self._app.is_running:
            for each in way:
                await _passed(each)
            before, way = way, self._way()
            quiet = quiet + 1 if way == before else 0

    def _way(self) -> list[DOMNode]:
        """What a key goes through: from the widget that has the focus to its screen and the app."""
        return (self._app.focused or self._app.screen).ancestors_with_self


async def _passed(pump: MessagePump) -> None:
    """Wait until something has dealt with all messages that it has, or has ended."""
    passed = asyncio.get_running_loop().create_future()

    def pass_() -> None:
        if not passed.done():
            passed.set_result(None)

    if pump.call_later(pass_):
        ends = () if pump._task is None else (pump._task,)  # noqa: SLF001  # `task` fails for an app, which has none
        await asyncio.wait({passed, *ends}, return_when=asyncio.FIRST_COMPLETED)
