"""What `check` looks for in a plan, and what it finds of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from transition_planner.cli.opening import require_model
from transition_planner.cli.past_states import past_of
from transition_planner.cli.report import Report
from transition_planner.cli.standard_input import load_named

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from transition_planner.plan.finding import Finding
    from transition_planner.plan.plan import Plan
    from transition_planner.planfile.document import Document

ALL = "all"
"""What `--model` says of all models."""


def codes(options: Sequence[str]) -> tuple[str, ...]:
    """Codes, or beginnings of codes, of an option given several times or with commas."""
    return tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())


def models_of(plan: Plan, model: str | None) -> tuple[str, ...]:
    """The models that `--model` means; none where the plan has none.

    Raises:
        Failure: if the plan has no such model.
    """
    if model is None or model == ALL:
        return tuple(plan.models)
    require_model(plan, model)
    return (model,)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for."""

    model: str | None
    """As `--model` names it."""
    wanted: tuple[str, ...]
    """Codes, or beginnings of codes; none for all."""
    unwanted: tuple[str, ...]
    since: str | None
    """The revision since which findings are new."""

    def read(self, path: Path) -> Report:
        """What is found in the plan of a file; what keeps it from being read is always told.

        Raises:
            Failure: if the plan has no such model, or its history no such revision.
        """
        from transition_planner.planfile.loading import PlanFileError  # noqa: PLC0415  # 100 ms that help does not need

        try:
            document = load_named(path)
        except PlanFileError as error:
            return Report(str(path), None, error.findings)
        return self.report(str(path), document)

    def report(self, path: str, document: Document) -> Report:
        """What is found in a plan.

        Raises:
            Failure: if it has no such model, or its history no such revision.
        """
        models = models_of(document.plan, self.model)
        from transition_planner.checks.run import checked  # noqa: PLC0415  # as above

        today = date.today()  # noqa: DTZ011  # the day on the user's wall
        past = past_of(document, self.since)
        found = checked(document, models, today=today, asked=self.wanted, past=past)
        findings = told = tuple(filter(self._asked_for, found.findings))
        if past.since is not None:
            from transition_planner.checks.news import news  # noqa: PLC0415  # 5 ms that only --since needs

            shared = [name for name in models if name in past.since.plan.models]
            before = checked(
                past.since, shared, today=today, asked=self.wanted, past=replace(past, since=None)
            )
            told = news(document, findings, past.since, before.findings)
        return Report(
            path,
            models,
            told,
            waived=tuple(each for each in found.waived if self._asked_for(each.finding)),
            known=len(findings) - len(told),
            document=document,
            fixes={finding: found.fixes[finding] for finding in told if finding in found.fixes},
        )

    def _asked_for(self, finding: Finding) -> bool:
        wanted, unwanted = self.wanted, self.unwanted
        return finding.code.startswith(wanted or "") and not (unwanted and finding.code.startswith(unwanted))
