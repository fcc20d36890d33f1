"""What `check` has to report of one plan, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.checks.rule import Rule
    from transition_planner.checks.waiving import Waived
    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit


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
    document: Document | None = None
    """The plan, where it could be read."""
    fixes: Mapping[Finding, Edit] = field(default_factory=dict)
    """What `--fix` does about which findings."""
    changed: tuple[str, ...] = ()
    """The lines that `--fix` takes out (`-`) and puts in (`+`)."""
    written: bool = False
    """Whether it has done so."""
    rules: tuple[Rule, ...] = ()
    """The rules that looked, by code."""
    mended: int = 0
    """How many findings are gone by that."""
