"""What was last put on the server, so that what others did there since is seen."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from transition_planner.export.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path

NAME = "caldav.state.json"


@dataclass(frozen=True, slots=True)
class Sent:
    """One object."""

    path: str
    """On the server."""
    etag: str | None
    """What the server called it; None before its first answer."""
    forms: tuple[str, ...]
    """The marks of the forms that the server may hold from us, the newest last: several while answers are missing."""
    sending: bool = False
    """Whether the answer is still awaited: then nobody knows which of the forms the server has."""
    percent: int | None = None
    """The share done that the newest form tells; None of an event."""
    rest: str = ""
    """The mark of all that the newest form tells but for that; "" of an event."""


class State:
    """The objects by UID, written after each change. It is of this machine: it does not belong to the plan."""

    def __init__(self, path: Path, collection: str) -> None:
        """As the file says; empty where there is none, it is no such file, or it is of another collection."""
        self._path = path
        self._collection = collection
        self.sent: dict[str, Sent] = {}
        try:
            data = json.loads(path.read_bytes())
            if data["collection"] == collection:
                self.sent = {uid: _sent(**each) for uid, each in data["sent"].items()}
        except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
            # What is marked as ours on the server and equal is taken over again.
            self.sent = {}

    def note(self, uid: str, sent: Sent | None) -> None:
        """Remember an object, or forget it.

        Raises:
            OSError: if the system refuses.
        """
        if sent is None:
            self.sent.pop(uid, None)
        else:
            self.sent[uid] = sent
        self._write()

    def forget_all(self) -> None:
        """Remember nothing of a calendar that is there no more.

        Raises:
            OSError: if the system refuses.
        """
        self.sent.clear()
        self._write()

    def _write(self) -> None:
        data = {
            "collection": self._collection,
            "sent": {uid: asdict(each) for uid, each in sorted(self.sent.items())},
        }
        write_whole(self._path, f"{json.dumps(data, indent=1)}\n".encode())


def _sent(
    *,
    path: str,
    etag: str | None,
    forms: list[str],
    sending: bool,
    percent: int | None = None,
    rest: str = "",
) -> Sent:
    return Sent(path, etag, tuple(forms), sending, percent, rest)
