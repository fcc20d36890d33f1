"""The address of a calendar server, as far as a password may be sent there."""

from __future__ import annotations

import httpx

from transition_planner.locales import _
from transition_planner.publish.caldav.trouble import ServerTrouble

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def address(url: str) -> httpx.URL:
    """The address that a person wrote.

    Raises:
        ServerTrouble: if it is none that a password may be sent to.
    """
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
