"""What was copied, to be pasted later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.planfile.edits.layout import Value


@dataclass(frozen=True, slots=True)
class Copied:
    """A task as it was when it was copied, with the tasks inside where it is a phase."""

    id: str
    fields: dict[str, Value]
    inside: tuple[Copied, ...]
