"""Whether a server's object says the same as ours: servers fold, order and quote in ways of their own."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLD = re.compile(r"\r?\n[ \t]")
_LOST = re.compile(r"\\\\N|\\N")
r"""What programs that stand on icalendar write as a line end: the folder `\\server\Notes` loses its N there."""
_PASSING = (
    "COMPLETED",
    "CREATED",
    "DTSTAMP",
    "LAST-MODIFIED",
    "PERCENT-COMPLETE",
    "SEQUENCE",
    "STATUS",
    "X-APPLE-",
    "X-MOZ-",
    "X-OC-",
)
"""What the ticking of a to-do changes, and what programs write beside it."""
_OWN = ("PRODID", "CALSCALE", "VERSION")
"""Properties of the file, not of the entry."""


def mark(data: bytes) -> str:
    """What tells an object from those that say something else: equal for the same properties in whatever order."""
    return _hash(_lines(data))


def is_ours(data: bytes, plan: str, uid: str) -> bool:
    """Whether an object is the plan's own with this UID."""
    lines = _lines(data)
    return f"X-TRANSITION-PLANNER-PLAN:{plan}" in lines and f"UID:{uid}" in lines


def percent(data: bytes) -> int | None:
    """The share done that an object of ours tells; None where it is an event."""
    lines = (line for line in _lines(data) if line.startswith("PERCENT-COMPLETE:"))
    return next((int(line.partition(":")[2]) for line in lines), None)


def mark_but_for_progress(data: bytes) -> str:
    """What tells an object from those that differ in more than how far a to-do is, and what programs note beside it."""
    return _hash(line for line in _lines(data) if not line.startswith(_PASSING))


def component(data: bytes) -> str:
    """The name of the component that an object of ours holds, as `VEVENT`."""
    return data.split(b"BEGIN:", 2)[2].split(b"\r\n", 1)[0].decode()


def _lines(data: bytes) -> list[str]:
    text = _FOLD.sub("", data.decode(errors="replace"))
    text = _LOST.sub(r"\\n", text)
    lines = (line for line in re.split(r"\r?\n", text) if line and not line.startswith(_OWN))
    return sorted(map(_ordered, lines))


def _hash(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()


def _ordered(line: str) -> str:
    """A line with its parameters in order; those of ours hold neither quotes nor colons."""
    head, colon, value = line.partition(":")
    name, *parameters = head.split(";")
    return ";".join((name, *sorted(parameters))) + colon + value
