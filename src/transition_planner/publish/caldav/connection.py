"""Requests to one calendar server, tried again where that may help, and never sent to another host."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import httpx

from transition_planner.locales import _
from transition_planner.publish.caldav.trouble import ServerTrouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TIMES = 4
"""Attempts at one request."""
_PASSING = frozenset({429, 502, 503, 504})
"""Answers that may be others a moment later."""
_LONGEST_WAIT = 60.0
"""Seconds, whatever the server asks for."""
_LARGEST = 16 * 1024 * 1024
"""Bytes of an answer."""
_REDIRECTS = frozenset({301, 302, 307, 308})
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


class Connection:
    """One server and one person's access to it."""

    def __init__(
        self,
        url: str,
        user: str,
        password: str,
        *,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Nothing is sent yet.

        Args:
            url: Of the server or anything on it.
            user: Who.
            password: An app password where the server gives them.
            transport: Of the bytes; absent, the network.
            sleep: Waits some seconds.

        Raises:
            ServerTrouble: if the address is none that a password may be sent to.
        """
        self.url = _checked(url)
        self._sleep = sleep
        self._client = httpx.Client(
            auth=(user, password),
            transport=transport,
            timeout=httpx.Timeout(30.0),
            follow_redirects=False,
            headers={"User-Agent": "transition-planner"},
        )

    def close(self) -> None:
        """Let go of the server."""
        self._client.close()

    def request(
        self, method: str, url: str, *, headers: Mapping[str, str] | None = None, content: bytes = b""
    ) -> httpx.Response:
        """The answer, whatever its status but those below.

        Raises:
            ServerTrouble: if there is none after some attempts, access is refused, or it leads to another host.
        """
        target = self.url.join(url)
        for _redirect in range(_TIMES):
            answer = self._persistent(method, target, headers or {}, content)
            if answer.status_code not in _REDIRECTS:
                return answer
            target = target.join(answer.headers.get("location", ""))
            if (target.scheme, target.host, target.port) != (self.url.scheme, self.url.host, self.url.port):
                raise ServerTrouble(
                    _("{host} sends on to {other}: if that is right, name it as the address.").format(
                        host=self.url.host, other=target.host
                    )
                )
        raise ServerTrouble(_("{host} sends on in a circle.").format(host=self.url.host))

    def _persistent(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], content: bytes
    ) -> httpx.Response:
        reason = ""
        for attempt in range(_TIMES):
            wait = 2.0**attempt * random.uniform(0.5, 1.0)  # noqa: S311  # to spread load, not a secret
            try:
                answer = self._client.request(method, url, headers=dict(headers), content=content)
            except httpx.HTTPError as error:
                reason = type(error).__name__
            else:
                if answer.status_code in {401, 403} and method in {"PROPFIND", "MKCALENDAR"}:
                    raise ServerTrouble(
                        _("{host} refuses access ({status}): check user and password.").format(
                            host=self.url.host, status=answer.status_code
                        )
                    )
                if len(answer.content) > _LARGEST:
                    raise ServerTrouble(_("{host} answers without end.").format(host=self.url.host))
                if answer.status_code not in _PASSING:
                    return answer
                reason = str(answer.status_code)
                asked = answer.headers.get("retry-after", "")
                wait = float(asked) if asked.isdecimal() else wait
            if attempt + 1 < _TIMES:
                self._sleep(min(wait, _LONGEST_WAIT))
        raise ServerTrouble(
            _("{host} does not answer ({reason}): try again later. What was done so far is noted.").format(
                host=self.url.host, reason=reason
            )
        )


def _checked(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        parsed = httpx.URL("")
    if parsed.userinfo:
        raise ServerTrouble(_("Leave user and password out of the address: others can see it."))
    if not parsed.host or parsed.scheme not in {"http", "https"}:
        raise ServerTrouble(_("{url} is no address: write it as in https://example.org/dav/").format(url=url))
    if parsed.scheme == "http" and parsed.host not in _LOOPBACK:
        raise ServerTrouble(_("Over http others can read the password: write the address with https."))
    return parsed
