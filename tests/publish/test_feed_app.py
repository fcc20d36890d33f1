from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from transition_planner.publish.feed.app import application
from transition_planner.publish.feed.feeds import Feed
from transition_planner.publish.feed.secrets import Secrets
from transition_planner.publish.feed.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

WORD = "k" * 32
DATA = "BEGIN:VCALENDAR\r\nSUMMARY:ä\r\nEND:VCALENDAR\r\n".encode()
ETAG = f'"{sha256(DATA).hexdigest()}"'
FEEDS = {"khmo": Feed(DATA, datetime(2027, 3, 1, 12, tzinfo=UTC))}
KEPT = {
    "etag": ETAG,
    "last-modified": "Mon, 01 Mar 2027 12:00:00 GMT",
    "cache-control": "private, max-age=3600",
    "x-content-type-options": "nosniff",
}


def _ask(
    source: Source, path: str = f"/{WORD}.ics", method: str = "GET", headers: Mapping[str, str] | None = None
) -> httpx.Response:
    app = application(source, lambda: Secrets({"khmo": WORD, "gone": "g" * 32}))

    async def asked() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://feeds") as client:
            return await client.request(method, path, headers=headers)

    return asyncio.run(asked())


def _source(feeds: Mapping[str, Feed] = FEEDS) -> Source:
    source = Source(lambda: feeds, (), lambda _error: None)
    source.look()
    return source


def test_a_feed_is_sent_whole_with_what_clients_need() -> None:
    answer = _ask(_source(), headers={"Accept-Encoding": "gzip, br"})
    assert (answer.status_code, answer.content) == (200, DATA)
    assert dict(answer.headers) == {
        **KEPT,
        "content-type": "text/calendar; charset=utf-8",
        "content-length": str(len(DATA)),
    }


def test_head_has_the_same_headers_and_no_body() -> None:
    answer = _ask(_source(), method="HEAD")
    assert (answer.status_code, answer.content) == (200, b"")
    assert dict(answer.headers) == dict(_ask(_source()).headers)


@pytest.mark.parametrize("known", [ETAG, f"W/{ETAG}", f'"other", {ETAG}', "*"])
def test_who_has_the_bytes_gets_none(known: str) -> None:
    answer = _ask(_source(), headers={"If-None-Match": known})
    assert (answer.status_code, answer.content) == (304, b"")
    assert dict(answer.headers) == KEPT


@pytest.mark.parametrize("known", ['"other"', ETAG.strip('"'), ""])
def test_who_has_other_bytes_gets_these(known: str) -> None:
    assert _ask(_source(), headers={"If-None-Match": known}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/khmo.ics",
        f"/{WORD}",
        f"/{WORD}x.ics",
        f"/{WORD[1:]}.ics",
        f"/x/{WORD}.ics",
        "/%C3%A4.ics",
        "/%FF.ics",
    ],
)
def test_a_wrong_word_finds_nothing(path: str) -> None:
    assert _ask(_source(), path).status_code == 404


def test_only_reading_is_allowed() -> None:
    assert _ask(_source(), method="PUT").status_code == 405


def test_an_organisation_that_left_the_plan_has_no_empty_feed() -> None:
    assert _ask(_source(), f"/{'g' * 32}.ics").status_code == 503


def _broken() -> Any:
    raise ValueError("broken")


def test_where_there_never_was_a_good_feed_clients_come_later() -> None:
    source = Source(_broken, (), lambda _error: None)
    source.look()
    answer = _ask(source)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "600")
    assert answer.headers["cache-control"] == "no-store"
