"""When an entry of a calendar changed last, and how often."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """What programs compare to see whether they know the newest form of an entry."""

    sequence: int
    changed: datetime
    """In UTC, to the second."""
