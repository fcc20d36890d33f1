"""Whether a server's object says the same as ours: servers fold, order and quote in ways of their own."""

from __future__ import annotations

import re
from hashlib import sha256

_FOLD = re.compile(r"\r?\n[ \t]")
_OWN = ("PRODID", "CALSCALE", "VERSION")
"""Properties of the file, not of the entry."""


def mark(data: bytes) -> str:
    """What tells an object from those that say something else: equal for the same properties in whatever order."""
    return sha256("\n".join(_lines(data)).encode()).hexdigest()


def is_ours(data: bytes, plan: str, uid: str) -> bool:
    """Whether an object is the plan's own with this UID."""
    lines = _lines(data)
    return f"X-TRANSITION-PLANNER-PLAN:{plan}" in lines and f"UID:{uid}" in lines


def component(data: bytes) -> str:
    """The name of the component that an object of ours holds, as `VEVENT`."""
    return data.split(b"BEGIN:", 2)[2].split(b"\r\n", 1)[0].decode()


def _lines(data: bytes) -> list[str]:
    text = _FOLD.sub("", data.decode(errors="replace"))
    lines = (line for line in re.split(r"\r?\n", text) if line and not line.startswith(_OWN))
    return sorted(map(_ordered, lines))


def _ordered(line: str) -> str:
    """A line with its parameters in order; those of ours hold neither quotes nor colons."""
    head, colon, value = line.partition(":")
    name, *parameters = head.split(";")
    return ";".join((name, *sorted(parameters))) + colon + value
