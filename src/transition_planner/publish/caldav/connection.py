"""Requests to one calendar server, tried again where that may help, and never sent to another host."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import httpx

from transition_planner.locales import _, ngettext
from transition_planner.publish.caldav.address import address
from transition_planner.publish.caldav.answer import Answer
from transition_planner.publish.caldav.trouble import ServerTrouble
from transition_planner.publish.caldav.waiting import asked_wait, usual_wait

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_TIMES = 4
"""Attempts at one request."""
_PASSING = frozenset({429, 502, 503, 504})
"""Answers that may be others a moment later."""
_LONGEST_WAIT = 60.0
"""Seconds; a server that asks for more is left alone until the person comes back."""
_LARGEST = 16 * 1024 * 1024
"""Bytes of an answer."""
_SLOWEST = 300.0
"""Seconds for the whole of an answer, however steadily it drips."""
_UNKNOWN, _FORBIDDEN = 401, 403
_REDIRECTS = frozenset({301, 302, 307, 308})


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
        self.url = address(url)
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
    ) -> Answer:
        """The answer, whatever its status but those below.

        Raises:
            ServerTrouble: if there is none after some attempts, access is refused, or it leads to another host.
        """
        target = self.url.join(url)
        for _redirect in range(_TIMES):
            answer = self._persistent(method, target, headers or {}, content)
            if answer.status not in _REDIRECTS:
                return answer
            target = target.join(answer.headers.get("location", ""))
            if (target.scheme, target.host, target.port) != (self.url.scheme, self.url.host, self.url.port):
                raise ServerTrouble(
                    _("{host} sends on to {other}: if that is right, name it as the address.").format(
                        host=self.url.host, other=target.host
                    )
                )
        raise ServerTrouble(_("{host} sends on in a circle.").format(host=self.url.host))

    def _persistent(self, method: str, url: httpx.URL, headers: Mapping[str, str], content: bytes) -> Answer:
        reason = ""
        for attempt in range(_TIMES):
            wait = usual_wait(attempt)
            try:
                answer = self._read(method, url, headers, content)
            except httpx.HTTPError as error:
                reason = type(error).__name__
            else:
                self._check_access(method, answer)
                if answer.status not in _PASSING:
                    return answer
                reason = str(answer.status)
                wait = self._patience(answer, wait)
            if attempt + 1 < _TIMES:
                self._sleep(wait)
        raise ServerTrouble(
            _("{host} does not answer ({reason}): try again later. What was done so far is noted.").format(
                host=self.url.host, reason=reason
            )
        )

    def _read(self, method: str, url: httpx.URL, headers: Mapping[str, str], content: bytes) -> Answer:
        """One attempt; the answer is read piece by piece, so that one without end does not fill the memory."""
        begun = time.monotonic()
        read = bytearray()
        with self._client.stream(method, url, headers=dict(headers), content=content) as answer:
            for piece in answer.iter_bytes():
                read += piece
                if len(read) > _LARGEST or time.monotonic() - begun > _SLOWEST:
                    raise ServerTrouble(_("{host} answers without end.").format(host=self.url.host))
        return Answer(answer.status_code, answer.headers, bytes(read))

    def _check_access(self, method: str, answer: Answer) -> None:
        # An object that may not be written (403) says nothing of the password; not to be known (401) does.
        if answer.status == _UNKNOWN or (
            answer.status == _FORBIDDEN and method in {"PROPFIND", "MKCALENDAR"}
        ):
            raise ServerTrouble(
                _("{host} refuses access ({status}): check user and password.").format(
                    host=self.url.host, status=answer.status
                )
            )

    def _patience(self, answer: Answer, usual: float) -> float:
        """The seconds until the next attempt."""
        asked = asked_wait(answer.headers)
        if asked is None:
            return usual
        if asked > _LONGEST_WAIT:
            minutes = math.ceil(asked / 60)
            raise ServerTrouble(
                ngettext(
                    "{host} asks to be left alone for {number} minute ({status}): try again then. "
                    "What was done so far is noted.",
                    "{host} asks to be left alone for {number} minutes ({status}): try again then. "
                    "What was done so far is noted.",
                    minutes,
                ).format(host=self.url.host, number=minutes, status=answer.status)
            )
        return asked
