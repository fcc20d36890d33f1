"""What the ledger knows of one date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.export.ics.revision import Revision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime
    from uuid import UUID

    from transition_planner.export.ics.kind import Kind


@dataclass(frozen=True, slots=True)
class Content:
    """What people see of a date."""

    kind: Kind
    first: date
    last: date
    """Inside it."""
    titles: Mapping[str, str]
    """By language."""
    sides: tuple[str, ...]
    digest: str
    """Of all of it, descriptions and progress included."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One date as it was sent last."""

    uid: UUID
    sequence: int
    changed: datetime
    """When it was last seen to be another than before; of what is cancelled, when it was gone. UTC, whole seconds."""
    content: Content
    cancelled: bool = False
    """Whether it has left the plan."""

    @property
    def revision(self) -> Revision:
        """What programs compare."""
        return Revision(self.sequence, self.changed)
