"""What a file of dates says, and why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """Some days in a row, with what the file calls them."""

    first: date
    last: date
    """Inside them."""
    why: str = ""
    whole: bool = True
    """Whether it takes whole days; else it has hours, as meetings have."""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The days that a plan asks a file for."""

    first: date
    last: date


class DateFileError(Exception):
    """A file of dates that cannot be used."""

    def __init__(self, message: str, offset: int | None = None) -> None:
        super().__init__(message)
        self.offset = offset
        """Where in its text; None for the file as a whole."""
