"""What can go wrong with a calendar server."""

from __future__ import annotations


class ServerTrouble(Exception):  # noqa: N818  # a fact about the world outside
    """The server cannot be used; the message is a sentence without secrets."""
