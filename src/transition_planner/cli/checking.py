"""What `check` looks for in a plan, and what it finds of that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.opening import require_model
from transition_planner.cli.past_states import past_of
from transition_planner.cli.report import Report
from transition_planner.cli.standard_input import load_named
from transition_planner.cli.suggestions import did_you_mean
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document

ALL = "all"
"""What `--model` says of all models."""
READING = tuple(f"TP00{number}" for number in range(1, 8))
"""The codes of what keeps a plan from being read, or from being looked at."""


def codes(options: Sequence[str]) -> tuple[str, ...]:
    """Codes, or beginnings of codes, of an option given several times or with commas.

    Raises:
        Failure: if no rule has a code that begins so: a check for nothing would find nothing.
    """
    told = tuple(code.strip().upper() for option in options for code in option.split(",") if code.strip())
    if not told:
        return ()
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # 100 ms that help does not need

    known = (*READING, *(rule.code for rule in rules()))
    for code in told:
        if not any(each.startswith(code) for each in known):
            slugs = {rule.slug: rule.code for rule in rules()}
            raise Failure(
                _(
                    "No rule has the code {code}.{suggestion} `transition-planner rules list` names them."
                ).format(code=code, suggestion=did_you_mean(code, (*slugs, *known), slugs)),
                Exit.USAGE,
            )
    return told


def models_of(document: Document, model: str | None) -> tuple[str, ...]:
    """The models that `--model` means; none where the plan has none.

    Raises:
        Failure: if the plan has no such model.
    """
    if model is None or model == ALL:
        return tuple(document.plan.models)
    require_model(document, model)
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
    among_others: bool = False
    """Whether the plan is one of several: that it has no such model is a finding then, and the others are told."""

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
        try:
            models = models_of(document, self.model)
        except Failure as failure:
            if not self.among_others:
                raise
            return Report(path, (), (_without_model(document, failure),))
        from transition_planner.checks.registry import rules_for  # noqa: PLC0415  # as above
        from transition_planner.checks.run import checked  # noqa: PLC0415  # as above

        today = date.today()  # noqa: DTZ011  # the day on the user's wall
        past = past_of(document, self.since)
        found = checked(document, models, today=today, asked=self.wanted, past=past)
        findings = told = tuple(each for each in found.findings if self._asked_for(each.code))
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
            waived=tuple(each for each in found.waived if self._asked_for(each.finding.code)),
            known=len(findings) - len(told),
            document=document,
            fixes={finding: found.fixes[finding] for finding in told if finding in found.fixes},
            rules=tuple(rule for rule in rules_for(self.wanted) if self._asked_for(rule.code)),
        )

    def _asked_for(self, code: str) -> bool:
        wanted, unwanted = self.wanted, self.unwanted
        return code.startswith(wanted or "") and not (unwanted and code.startswith(unwanted))


def _without_model(document: Document, failure: Failure) -> Finding:
    from transition_planner.plan.finding import Finding  # noqa: PLC0415  # as above
    from transition_planner.planfile.locate import locate  # noqa: PLC0415  # as above

    place = locate(document, ("models",), key=True)
    return Finding(
        "TP007",
        str(failure),
        at=("models",),
        hint=_("Check it by itself, or leave it out here."),
        place=place,
    )
