"""What `check` has to report of one plan, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.checks.waiving import Waived
    from transition_planner.plan.finding import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one plan."""

    path: str
    """The plan's file."""
    models: tuple[str, ...] | None
    """The models that were looked at; None where the file could not be read."""
    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()
    """Findings that the plan itself waives, with its reasons."""
    known: int = 0
    """How many findings were left out because they are not new."""
