"""The feeds on a real socket: slow clients and floods keep nobody out for long, and half a feed is none."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import httpx
import pytest

from transition_planner.publish.feed.app import application
from transition_planner.publish.feed.feeds import Feed
from transition_planner.publish.feed.secrets import Secrets
from transition_planner.publish.feed.serving import BoundedConnection, web_server
from transition_planner.publish.feed.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = "k" * 32
ASK = f"GET /{WORD}.ics HTTP/1.1\r\nHost: feeds\r\n\r\n".encode()
DATA = b"BEGIN:VCALENDAR\r\n" + b"X-FILLER:" + b"x" * 8_000_000 + b"\r\nEND:VCALENDAR\r\n"
"""More than the buffers of both ends of a socket."""


class Hasty(BoundedConnection):
    seconds_to_ask = 0.5
    seconds_in_all = 1.5


class Patient(BoundedConnection):
    seconds_to_ask = seconds_in_all = 600.0


@contextmanager
def _served(connection: type[BoundedConnection], *, at_once: int = 50) -> Iterator[tuple[str, int]]:
    """The address of a server that has one feed."""
    feeds = {"khmo": Feed(DATA, datetime(2027, 3, 1, tzinfo=UTC))}
    source = Source(lambda: feeds, (), lambda _error: None)
    source.look()
    server = web_server(
        application(source, lambda: Secrets({"khmo": WORD})), at_once=at_once, connection=connection
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield listening.getsockname()
        finally:
            server.should_exit = server.force_exit = True
            thread.join(timeout=20)


def _status(address: tuple[str, int]) -> int:
    with httpx.Client(base_url=f"http://{address[0]}:{address[1]}", timeout=20) as client:
        return client.head(f"/{WORD}.ics").status_code


def _ended(connection: socket.socket) -> bool:
    """Whether the server ends a connection within some seconds."""
    connection.settimeout(20)
    try:
        while connection.recv(1 << 20):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


@pytest.mark.parametrize("begun", [b"", b"GET /", ASK[:-2] + b"X-Header: slo"])
def test_who_never_ends_to_ask_is_let_go(begun: bytes) -> None:
    with _served(Hasty) as address, socket.create_connection(address) as slow:
        slow.sendall(begun)
        assert _ended(slow)
        assert _status(address) == 200


def test_who_reads_slowly_holds_nobody_up_and_is_let_go() -> None:
    with _served(Hasty) as address, socket.create_connection(address) as slow:
        slow.sendall(ASK)
        assert _status(address) == 200
        time.sleep(Hasty.seconds_in_all)  # reads nothing
        received = b""
        slow.settimeout(20)
        try:
            while part := slow.recv(1 << 20):
                received += part
        except ConnectionError:
            pass
        head, _, body = received.partition(b"\r\n\r\n")
        # What came can be told from a whole feed.
        assert f"content-length: {len(DATA)}".encode() in head.lower()
        assert len(body) < len(DATA)


def test_a_flood_is_told_to_come_later_and_passes() -> None:
    with _served(Hasty, at_once=10) as address, ExitStack() as stack:
        flood = [stack.enter_context(socket.create_connection(address)) for _number in range(20)]
        assert _status(address) == 503
        assert all(map(_ended, flood))
        assert _status(address) == 200


def test_without_bounds_a_flood_would_last() -> None:
    with _served(Patient, at_once=10) as address, ExitStack() as stack:
        for _number in range(20):
            stack.enter_context(socket.create_connection(address))
        time.sleep(Hasty.seconds_to_ask * 2)
        assert _status(address) == 503


def test_a_request_without_end_is_refused() -> None:
    with _served(Patient) as address, socket.create_connection(address) as flooding:
        flooding.settimeout(20)
        try:
            flooding.sendall(ASK[:-2] + b"X-Header: " + b"x" * 1_000_000)
            answer = flooding.recv(100)
        except ConnectionError:
            answer = b""
        assert not answer or b" 400 " in answer
        assert _status(address) == 200
