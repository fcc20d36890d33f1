"""Ways to a server on which something goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpx
from tests.publish.place import network

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


class Answering(httpx.BaseTransport):
    """Has some requests answered by another than the server."""

    def __init__(self, answer: Callable[[httpx.Request, httpx.BaseTransport], httpx.Response | None]) -> None:
        self.answer = answer
        self.inner = network()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self.answer(request, self.inner) or self.inner.handle_request(request)

    def close(self) -> None:
        self.inner.close()


class Cutting(httpx.BaseTransport):
    """Cuts the line at one request, before the server gets it or before its answer comes back."""

    def __init__(self, at: int, *, answered: bool) -> None:
        self.left = at
        self.answered = answered
        self.inner = network()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.left -= 1
        if self.left == 0 and self.answered:
            self.inner.handle_request(request).read()
        if self.left <= 0:
            raise httpx.ReadError("cut")
        return self.inner.handle_request(request)

    def close(self) -> None:
        self.inner.close()


class Chaos(httpx.BaseTransport):
    """Lets each request meet some accident with a given chance, before or after the server gets it."""

    def __init__(self, chance: random.Random, share: float) -> None:
        self.chance = chance
        self.share = share
        self.inner = network()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.chance.random() >= self.share:
            return self.inner.handle_request(request)
        if self.chance.random() < 0.5:  # the server does it, and nobody hears of that
            self.inner.handle_request(request).read()
        accident = self.chance.choice(ACCIDENTS)
        if isinstance(accident, httpx.TransportError):
            raise accident
        status, headers, content = accident
        return httpx.Response(status, headers=headers, content=content)

    def close(self) -> None:
        self.inner.close()


ACCIDENTS: tuple[httpx.TransportError | tuple[int, dict[str, str], bytes], ...] = (
    httpx.ConnectError("refused"),
    httpx.ReadError("cut"),
    httpx.ReadTimeout("slow"),
    httpx.RemoteProtocolError("half an answer"),
    (200, {}, b"<html>Please log in to the network of this hotel.</html>"),
    (207, {}, b"<d:multistatus xmlns:d='DAV:'><d:response><d:href>/"),
    (207, {}, b"<d:multistatus xmlns:d='DAV:'/>"),
    (412, {}, b""),
    (429, {"Retry-After": "0"}, b""),
    (500, {}, b"trouble"),
    (503, {}, b""),
)
