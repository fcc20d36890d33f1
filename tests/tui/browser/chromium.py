"""Chromium without a window, driven by its DevTools protocol."""

from __future__ import annotations

import asyncio
import base64
import shutil
import struct
import zlib
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

FOUND = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
"""Where it is installed; None where it is not."""

_TOOLS = "DevTools listening on "


@dataclass
class Page:
    """A page, and what has been seen of it."""

    _end: aiohttp.ClientWebSocketResponse
    _session: str = ""
    _asked: int = 0
    requests: list[str] = field(default_factory=list)
    """The addresses asked for, those of websockets too."""
    received: bytearray = field(default_factory=bytearray)
    """What came through websockets."""

    async def call(self, method: str, **parameters: Any) -> Any:
        """The answer to a command of the protocol; what happens meanwhile is noted."""
        self._asked += 1
        number = self._asked
        await self._end.send_json(
            {"id": number, "method": method, "params": parameters}
            | ({"sessionId": self._session} if self._session else {})
        )
        while True:
            said = await self._end.receive_json()
            if said.get("id") == number:
                assert "error" not in said, said
                return said["result"]
            self._note(said)

    async def open(self, address: str, width: int, height: int) -> None:
        """Go to an address in a window of so many pixels."""
        target = await self.call(
            "Target.createTarget", url="about:blank", newWindow=True, width=width, height=height
        )
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        await self.call("Network.enable")
        await self.call("Page.enable")
        await self.call("Page.navigate", url=address)

    async def until(self, seen: str) -> None:
        """Wait until a text has come through a websocket."""
        while seen.encode() not in self.received:
            self._note(await self._end.receive_json())

    async def press(self, key: str) -> None:
        """Type a character."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=key, key=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    async def value(self, expression: str) -> Any:
        """What some JavaScript gives."""
        said = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return said["result"].get("value")

    async def differing_lines(self) -> int:
        """How many different lines of pixels are on show: one, where nothing is drawn."""
        shot = await self.call("Page.captureScreenshot", format="png")
        return len(set(_lines(base64.b64decode(shot["data"]))))

    def _note(self, said: dict[str, Any]) -> None:
        about = said.get("params", {})
        match said.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(about["request"]["url"])
            case "Network.webSocketCreated":
                self.requests.append(about["url"])
            case "Network.webSocketFrameReceived":
                frame = about["response"]
                data = frame["payloadData"]
                self.received += base64.b64decode(data) if frame["opcode"] == 2 else data.encode()
            case _:
                pass


@asynccontextmanager
async def chromium(profile: Path) -> AsyncIterator[Page]:
    """A page of a browser of its own, which finds no host but this computer."""
    assert FOUND is not None
    process = await asyncio.create_subprocess_exec(
        FOUND,
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--remote-debugging-port=0",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        f"--user-data-dir={profile}",
        "about:blank",
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        assert process.stderr is not None
        while not (line := (await process.stderr.readline()).decode()).startswith(_TOOLS):
            assert line, "it ended"
        async with (
            aiohttp.ClientSession() as client,
            client.ws_connect(line.removeprefix(_TOOLS).strip(), max_msg_size=0) as end,
        ):
            yield Page(end)
    finally:
        process.terminate()
        await process.communicate()


def _lines(png: bytes) -> list[bytes]:
    """The lines of pixels of a PNG without interlacing, as they are filtered."""
    width, _height, depth, colours = struct.unpack(">IIBB", png[16:26])
    data, at = b"", 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    pixels = zlib.decompress(data)
    step = 1 + width * depth // 8 * {2: 3, 6: 4}[colours]
    return [pixels[start : start + step] for start in range(0, len(pixels), step)]
