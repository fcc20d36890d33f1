"""The fixes that rules offer, model by model, and which of them are good for the whole plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from transition_planner.checks.context import Context
    from transition_planner.checks.rule import Fix
    from transition_planner.plan.finding import Finding, KeyPath
    from transition_planner.planfile.edits import Edit


class Offered:
    """What was offered in the models looked at, gathered until all of them are."""

    def __init__(self, looked_at: Sequence[Context]) -> None:
        """In these models."""
        self._looked_at = looked_at
        self._offered: dict[tuple[str, KeyPath], tuple[Fix, set[str | None]]] = {}

    def note(self, finding: Finding, fix: Fix | None, context: Context) -> None:
        """Keep what a rule offers in a model. The way of one link into two models may lead through other tasks."""
        if fix is not None:
            self._offered.setdefault((finding.code, finding.at), (fix, set()))[1].add(context.model)

    def of(self, findings: Iterable[Finding]) -> dict[Finding, Edit]:
        """The edits of the findings that have one."""
        edits = {}
        for finding in findings:
            fix, models = self._offered.get((finding.code, finding.at), (None, set()))
            if fix is not None and self._good(fix, models):
                edits[finding] = fix.edit
        return edits

    def _good(self, fix: Fix, models: Collection[str | None]) -> bool:
        if not fix.ends:
            return True
        concerned = {
            each.model for each in self._looked_at if all(end in each.outline.row for end in fix.ends)
        }
        return concerned <= set(models) and len(self._looked_at) >= len(self._looked_at[0].plan.models)
