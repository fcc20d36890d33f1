"""What both sides of a merge changed."""

from __future__ import annotations

from typing import NamedTuple

REMOVED = "removed"
"""Stands for the value of a side that has none."""


class Clash(NamedTuple):
    """Something that both sides changed."""

    way: tuple[str, ...]
    """The keys that lead to it; or a task's id, where that or its phase is meant."""
    ours: str
    """What each side says, as YAML."""
    theirs: str
    of_task: bool = False
    """Whether the id or the phase of a task is meant."""

    @property
    def name(self) -> str:
        """The way to it with dots between its keys."""
        return ".".join(self.way)

    def __str__(self) -> str:
        """As it is marked in the merged file."""
        return f"{self.name}: ours {self.ours} | theirs {self.theirs}"
