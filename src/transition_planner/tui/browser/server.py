"""The server: the page, its files, and a program of its own for each page that is open."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from importlib.resources import files
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import WSCloseCode, WSMsgType, web
from textual_serve.server import Server

from transition_planner.locales import _
from transition_planner.tui.browser.page import page
from transition_planner.tui.browser.session import Session

if TYPE_CHECKING:
    import socket

    from aiohttp.typedefs import Handler

_STATIC = Path(str(files("textual_serve"))) / "static"
_OWN = {name: Path(__file__).with_name(name) for name in ("page.css", "page.js")}
_MOST_CELLS = 1000
"""Columns or rows of a screen; a page that asks for more gets these."""


def serve(command: str, title: str, listens: socket.socket, host: str) -> None:
    """Give pages to browsers until the process is told to end.

    Args:
        command: The program of a page, for the system's shell.
        title: The page's.
        listens: Where browsers come.
        host: Its name, as it was asked for.
    """
    application = BrowserServer(command, title, host).application()
    with redirect_stdout(sys.stderr):  # textual-serve prints there why a program has failed
        web.run_app(application, sock=listens, print=None, access_log=None)


class BrowserServer(Server):
    """Textual's server with a page that needs nothing from elsewhere, and only for the browsers of this computer.

    A page on another site can reach a server on this computer through the person's own browser. So a request is
    answered only where it is addressed to a number, to localhost or to the name that was asked for (a foreign name may
    have been led here), and a program is started only for a page of the server's own.
    """

    def __init__(self, command: str, title: str, host: str) -> None:
        super().__init__(command, host=host, title=title)
        self._names = {"localhost", host}
        self._open: set[web.WebSocketResponse] = set()

    def application(self) -> web.Application:
        """All that is served."""
        application = web.Application(middlewares=[self._only_here])
        application.add_routes(
            [
                web.get("/", self.handle_index),
                web.get("/{name:page[.](?:css|js)}", self.handle_own),
                web.get("/ws", self.handle_websocket),
                web.get("/download/{key}", self.handle_download),
                web.static("/static", _STATIC),
            ]
        )
        application.on_response_prepare.append(_protect)
        application.on_shutdown.append(self.on_shutdown)
        return application

    async def handle_index(self, request: web.Request) -> web.Response:
        """Give the page."""
        return web.Response(text=page(self.title, request.host), content_type="text/html", charset="utf-8")

    async def handle_own(self, request: web.Request) -> web.FileResponse:
        """Give the page's style or script."""
        return web.FileResponse(_OWN[request.match_info["name"]])

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run a program for a page as long as that is open."""
        if request.headers.get("Origin") != f"http://{request.host}":
            raise web.HTTPForbidden(text=_("only this server's own page may open the plan"))
        page_end = web.WebSocketResponse(heartbeat=15)
        await page_end.prepare(request)

        async def close() -> None:
            await page_end.close()

        session = Session(
            self.command,
            write_bytes=page_end.send_bytes,
            write_str=page_end.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        self._open.add(page_end)
        await session.start(_cells(request, "width", 80), _cells(request, "height", 24))
        try:
            async for message in page_end:
                if message.type is WSMsgType.TEXT:
                    await session.take(message.data)
        finally:
            self._open.discard(page_end)
            await session.stop()
        return page_end

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002  # as aiohttp calls it
        """Close all pages: a server that ends waits for them."""
        for page_end in tuple(self._open):
            await page_end.close(code=WSCloseCode.GOING_AWAY)

    @web.middleware
    async def _only_here(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._known(request.url.host or ""):
            raise web.HTTPForbidden(text=_("open the plan by the address that was told where it is served"))
        return await handler(request)

    def _known(self, name: str) -> bool:
        if name in self._names:
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return True


async def _protect(request: web.Request, response: web.StreamResponse) -> None:
    """Have the browser refuse whatever would come from another host, or go there."""
    own = f"'self' ws://{request.host}"  # for browsers to which self is only http
    response.headers["Content-Security-Policy"] = (
        f"default-src 'self'; connect-src {own}; img-src 'self' data:; "
        "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"


def _cells(request: web.Request, name: str, otherwise: int) -> int:
    asked = request.query.get(name, "")
    return max(1, min(int(asked), _MOST_CELLS)) if asked.isdecimal() else otherwise
