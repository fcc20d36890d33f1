from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import httpx
import pytest

from transition_planner.publish.caldav.collection import find_collection
from transition_planner.publish.caldav.connection import Connection
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PLAN = UUID("6f1c0e1a-0000-4000-8000-000000000000")


def _connection(answers: Sequence[httpx.Response | Exception]) -> tuple[Connection, list[float]]:
    left, waits = list(answers), list[float]()

    def handle(request: httpx.Request) -> httpx.Response:
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        assert request.url.host == "dav.example"
        return answer

    transport = httpx.MockTransport(handle)
    return Connection("https://dav.example/x", "me", "secret", transport=transport, sleep=waits.append), waits


def test_what_passes_is_tried_again_after_a_while() -> None:
    connection, waits = _connection(
        [
            httpx.Response(429, headers={"Retry-After": "7"}),
            httpx.ConnectError("refused"),
            httpx.Response(
                503,
                headers={
                    "Date": "Mon, 01 Mar 2027 11:59:30 GMT",
                    "Retry-After": "Mon, 01 Mar 2027 12:00:10 GMT",
                },
            ),
            httpx.Response(207),
        ]
    )
    assert connection.request("PROPFIND", "/").status == 207
    assert waits[0] == 7
    assert 1 <= waits[1] <= 2
    assert waits[2] == 40
    connection.close()


@pytest.mark.parametrize("asked", ["9999", "Mon, 01 Mar 2027 14:46:39 GMT"])
def test_who_asks_for_a_long_time_is_left_alone(asked: str) -> None:
    headers = {"Date": "Mon, 01 Mar 2027 12:00:00 GMT", "Retry-After": asked}
    connection, waits = _connection([httpx.Response(429, headers=headers)])
    with pytest.raises(ServerTrouble, match="to be left alone for 167 minutes \\(429\\): try again then"):
        connection.request("PUT", "/a.ics")
    assert waits == []
    connection.close()


@pytest.mark.parametrize("asked", ["", "soon", "-1", "Mon, 99 Mar 2027"])
def test_what_is_no_time_to_wait_is_not_heeded(asked: str) -> None:
    connection, waits = _connection(
        [httpx.Response(503, headers={"Retry-After": asked}), httpx.Response(200)]
    )
    assert connection.request("PUT", "/a.ics").is_fine
    assert 0.5 <= waits[0] <= 1
    connection.close()


class Endless(httpx.SyncByteStream):
    """An answer without end, which counts what was read of it."""

    read = 0

    def __iter__(self) -> Iterator[bytes]:
        while True:
            self.read += 1
            yield b"x" * 2**20


def test_an_answer_without_end_is_cut_off_while_it_is_read() -> None:
    endless = Endless()
    connection, _ = _connection([httpx.Response(200, stream=endless)])
    with pytest.raises(ServerTrouble, match="answers without end"):
        connection.request("GET", "/a.ics")
    assert endless.read == 17
    connection.close()


def test_access_that_is_taken_away_on_the_way_ends_it() -> None:
    connection, _ = _connection([httpx.Response(401)])
    with pytest.raises(ServerTrouble, match="refuses access \\(401\\)"):
        connection.request("PUT", "/a.ics")
    connection.close()


def test_after_four_attempts_it_is_given_up() -> None:
    connection, waits = _connection([httpx.Response(503)] * 4)
    with pytest.raises(ServerTrouble, match=r"dav\.example does not answer \(503\)"):
        connection.request("PUT", "/a.ics")
    assert len(waits) == 3
    connection.close()


def test_what_will_not_pass_is_not_tried_again() -> None:
    for status in (400, 403, 412, 500):
        connection, waits = _connection([httpx.Response(status)])
        assert connection.request("PUT", "/a.ics").status == status
        assert waits == []
        connection.close()


@pytest.mark.parametrize(
    "location", ["https://evil.example/", "http://dav.example/", "https://dav.example:444/"]
)
def test_it_is_not_sent_on_to_another_host(location: str) -> None:
    connection, _ = _connection([httpx.Response(301, headers={"Location": location})])
    with pytest.raises(ServerTrouble, match="sends on to"):
        connection.request("PROPFIND", "/")
    connection.close()


def test_it_is_sent_on_within_the_host_but_not_in_circles() -> None:
    on = httpx.Response(302, headers={"Location": "/dav/"})
    connection, _ = _connection([on, httpx.Response(207), *[on] * 4])
    assert connection.request("PROPFIND", "/").status == 207
    with pytest.raises(ServerTrouble, match="in a circle"):
        connection.request("PROPFIND", "/")
    connection.close()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://dav.example/", "with https"),
        ("https://me:secret@dav.example/", "Leave user and password out"),
        ("dav.example", "is no address"),
        ("ftp://dav.example", "is no address"),
        ("https://dav.example:port/", "is no address"),
    ],
)
def test_a_password_is_sent_only_where_it_is_safe(url: str, message: str) -> None:
    with pytest.raises(ServerTrouble, match=message) as raised:
        Connection(url, "me", "secret")
    assert "secret" not in str(raised.value)


BOMB = b'<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'


@pytest.mark.parametrize("content", [b"", b"<html>", BOMB, b"\xff\xfe"])
def test_an_answer_that_is_no_such_xml_is_told(content: bytes) -> None:
    connection, _ = _connection([httpx.Response(207, content=content)])
    with pytest.raises(ServerTrouble, match="does not speak CalDAV"):
        find_collection(connection, PLAN)
    connection.close()


@pytest.mark.parametrize("answer", [httpx.Response(200), httpx.Response(500), httpx.Response(404)])
def test_what_is_no_calendar_server_is_told(answer: httpx.Response) -> None:
    connection, _ = _connection([answer])
    with pytest.raises(ServerTrouble, match="does not answer as a calendar server does"):
        find_collection(connection, PLAN)
    connection.close()
