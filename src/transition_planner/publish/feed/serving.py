"""The web server below the feeds, bounded against slow clients and floods."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING, ClassVar

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from starlette.applications import Starlette

AT_ONCE = 200
"""Connections; those who ask on further ones are told to come later (503)."""
_IDLE = 5
"""Seconds for which a connection without a further request is kept."""


class BoundedConnection(H11Protocol):
    """A connection that ends, however slowly its client asks or reads: uvicorn alone waits for ever.

    Two hundred silent clients would otherwise keep all others out.
    """

    seconds_to_ask: ClassVar[float] = 10.0
    """Until the first request is whole."""
    seconds_in_all: ClassVar[float] = 60.0
    """Enough for a feed of 300 kB at 5 kB a second."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's own
        """Begin to count."""
        super().connection_made(transport)
        # Head and body are two packets, and Nagle's algorithm makes the second one wait for 40 ms.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._timers = (
            self.loop.call_later(self.seconds_to_ask, self._end_unasked),
            self.loop.call_later(self.seconds_in_all, transport.abort),
        )

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop counting."""
        for timer in self._timers:
            timer.cancel()
        super().connection_lost(exc)

    def _end_unasked(self) -> None:
        if self.cycle is None:
            self.transport.abort()


def web_server(
    app: Starlette, *, at_once: int = AT_ONCE, connection: type[BoundedConnection] = BoundedConnection
) -> uvicorn.Server:
    """The server of an application, which neither logs requests nor names itself."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=connection,
            access_log=False,  # it would hold the secret words
            log_level="error",
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=False,
            limit_concurrency=at_once,
            timeout_keep_alive=_IDLE,
        )
    )
