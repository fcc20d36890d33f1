"""How the program ends."""

from __future__ import annotations

from enum import IntEnum
from typing import Self


class Exit(IntEnum):
    """The exit codes, the same for every command."""

    meaning: str
    """When the program ends with it, as one sentence."""

    def __new__(cls, code: int, meaning: str) -> Self:
        """Make the member of a code and its meaning."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    FINE = 0, "All went well, and no error was found in the plan."
    FINDINGS = 1, "The plan was read, and there are errors in it."
    USAGE = 2, "The command was typed wrongly, or names what is not there."
    UNREADABLE = 3, "The plan's file cannot be read as a plan."
    OUTSIDE = 4, "A file, a disk or another program failed, as git does that has no such revision."
    INTERRUPTED = 130, "Somebody stopped it with ctrl-C, or closed the pipe that it wrote to."
