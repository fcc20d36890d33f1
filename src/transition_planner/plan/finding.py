"""Findings: what is wrong or doubtful in a plan, with its place and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

KeyPath = tuple[str | int, ...]
"""The way to a value from the plan's top: ("tasks", "choose", "tasks", "choose-model", "after", 1)."""


class Severity(StrEnum):
    """How bad it is."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands: file name, line and column from 1, and how many characters are meant."""

    file: str
    line: int
    column: int
    length: int = 1
    source: str = ""
    """The line's text, for showing it with the place marked."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found."""

    code: str
    """The rule's code: TP104."""
    message: str
    severity: Severity = Severity.ERROR
    at: KeyPath = ()
    """What it is about."""
    hint: str = ""
    """What to do about it."""
    place: Place | None = None
    """Where that stands in the file, once the reader of the file has looked."""
    register: bool = False
    """Whether `at` is a way into the register instead of the plan."""
