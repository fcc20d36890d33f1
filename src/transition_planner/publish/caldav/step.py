"""What is to be done with one object on the server."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What is done, by the word in JSON."""

    CREATE = "create"
    CHANGE = "change"
    DELETE = "delete"
    ADOPT = "adopt"
    """It is there as it should be, and is only noted."""
    FORGET = "forget"
    """It is neither wanted nor there."""
    CONFLICT = "conflict"
    """Somebody changed it on the server: it is left alone."""
    GONE = "gone"
    """Somebody deleted it on the server: it is left so."""
    REFUSED = "refused"
    """The server does not take it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One object and its action."""

    action: Action
    uid: str
    path: str
    etag: str | None = None
    """What the server calls the object that is there."""
    keep: bool = False
    """Whether what is there is somebody's own form, to be saved before it is written over."""
    why: str = ""
    """Why the server does not take it, as a sentence."""

    @property
    def left_alone(self) -> bool:
        """Whether others are the reason that the server does not say what the plan says."""
        return self.action in {Action.CONFLICT, Action.GONE}
