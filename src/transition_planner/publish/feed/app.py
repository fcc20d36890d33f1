"""The feeds over HTTP: an ASGI application that knows no plan, only bytes and secret words."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from transition_planner.publish.feed.secrets import SUFFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from transition_planner.publish.feed.feeds import Feed
    from transition_planner.publish.feed.secrets import Secrets
    from transition_planner.publish.feed.source import Source

_KEPT = "private, max-age=3600"
_STALE = "X-Transition-Planner-Stale"
"""Tells that the plan cannot be read at present and these are its last good dates."""


def application(source: Source, secrets: Callable[[], Secrets]) -> Starlette:
    """The application.

    It answers 200 or 304 with a whole feed, 404 where the word is wrong, 503 where there never was a good feed; an
    empty 200 would empty the calendars of all subscribers. Nothing is compressed: Outlook fails with it.

    Args:
        source: Of the feeds.
        secrets: Gives the words that are right now, so that one can be revoked while it runs.
    """

    async def answer(request: Request) -> Response:
        word = request.path_params["word"]
        name = secrets().name_of(word.removesuffix(SUFFIX)) if word.endswith(SUFFIX) else None
        if name is None:
            return PlainTextResponse("There is no such feed.\n", 404, {"Cache-Control": "no-store"})
        feeds = source.feeds
        if feeds is None or name not in feeds:
            refused = {"Cache-Control": "no-store", "Retry-After": "600"}
            return PlainTextResponse("The feed is not ready.\n", 503, refused)
        return _sent(request, feeds[name], stale=source.stale)

    return Starlette(routes=[Route("/{word}", answer, methods=["GET", "HEAD"])])


def _sent(request: Request, feed: Feed, *, stale: bool) -> Response:
    headers = {
        "ETag": feed.etag,
        "Last-Modified": format_datetime(feed.modified, usegmt=True),
        "Cache-Control": _KEPT,
        "X-Content-Type-Options": "nosniff",
        **({_STALE: "1"} if stale else {}),
    }
    if _known(request.headers.get("if-none-match", ""), feed.etag):
        return Response(status_code=304, headers=headers)
    return Response(feed.data, headers=headers, media_type="text/calendar; charset=utf-8")


def _known(asked: str, etag: str) -> bool:
    """Whether a client has these bytes: it may name several, and mark them as weak (RFC 9110, 13.1.2)."""
    names = [name.strip().removeprefix("W/") for name in asked.split(",")]
    return etag in names or names == ["*"]
