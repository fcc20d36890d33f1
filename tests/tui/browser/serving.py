"""The interface served to browsers by a process of its own."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


@dataclass
class Served:
    """A server, and what it had said when it had ended."""

    address: str
    pid: int
    code: int = -1
    out: str = ""
    err: str = ""


@contextmanager
def served(plan: Path, home: Path, *options: str) -> Iterator[Served]:
    """A server of a plan, for a person who has been greeted before."""
    state = home / "transition-planner" / "interface.json"
    state.parent.mkdir(parents=True, exist_ok=True)
    state.write_text('{"greeted": true}', encoding="utf-8")
    arguments = ("serve", "tui", "--bind", "127.0.0.1:0", *options, str(plan))
    with subprocess.Popen(
        (sys.executable, "-m", "transition_planner", *arguments),
        env=os.environ | {"LANGUAGE": "en", "XDG_STATE_HOME": str(home), "XDG_CONFIG_HOME": str(home)},
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        told = server.stderr.readline()
        match = re.search(r"http://127\.0\.0\.1:\d+", told)
        assert match, told + server.stderr.read()
        it = Served(match[0], server.pid)
        try:
            yield it
        finally:
            server.send_signal(signal.SIGINT)
            it.out, it.err = server.communicate(timeout=20)
            it.code = server.returncode


def programs(server: Served) -> set[int]:
    """The programs of its pages."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text("ascii")
    return {int(each) for each in children.split()}


async def until_ended(pid: int) -> None:
    """Wait until a program is no more."""
    async with asyncio.timeout(20):
        while _runs(pid):  # noqa: ASYNC110  # a program of another one tells nobody else that it has ended
            await asyncio.sleep(0.05)


def _runs(pid: int) -> bool:
    """Whether a program runs; one that has ended may be kept until its parent looks at it."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "\nState:\tZ" not in status.read_text("ascii")


@dataclass
class Screen:
    """What a page has been sent."""

    end: aiohttp.ClientWebSocketResponse
    drawn: str = ""

    async def until(self, *seen: str) -> None:
        """Wait until these texts have been drawn."""
        while not all(text in self.drawn for text in seen):
            await self._take()

    async def press(self, keys: str) -> None:
        """Type; what was drawn before is forgotten."""
        self.drawn = ""
        await self.end.send_json(["stdin", keys])

    async def until_closed(self) -> None:
        """Wait until the server has closed the page."""
        while not self.end.closed:
            await self._take()

    async def _take(self) -> None:
        message = await asyncio.wait_for(self.end.receive(), timeout=20)
        if message.type is aiohttp.WSMsgType.BINARY:
            # Between words the terminal is told colours and places: words of one style come in one piece.
            self.drawn += message.data.decode("utf-8", "replace")


@asynccontextmanager
async def screen(server: Served, origin: str | None = None) -> AsyncIterator[Screen]:
    """A page that is open."""
    address = server.address.replace("http:", "ws:") + "/ws?width=120&height=40"
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(address, headers={"Origin": origin or server.address}) as end,
    ):
        yield Screen(end)
