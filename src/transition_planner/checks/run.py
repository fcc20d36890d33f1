"""Running the rules over the models of a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from transition_planner.checks.context import Context, UnscheduledError
from transition_planner.checks.registry import rules
from transition_planner.locales import _
from transition_planner.plan.outline import outline
from transition_planner.planfile.places import locate
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.schedule import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document


def check(document: Document, models: Sequence[str] | None = None) -> tuple[Finding, ...]:
    """What the rules find, in the order of its places; what stands in the register comes last.

    Args:
        document: The plan.
        models: The models to look at; None for all of them. What is found in some of them only names these.
    """
    looked_at = tuple(models or document.plan.models) or (None,)
    found: dict[Finding, list[str]] = {}
    for model in looked_at:
        for finding in _in_model(_context(document, model)):
            found.setdefault(finding, []).append(model or "")
    named = (
        finding if len(where) == len(looked_at) else _naming(finding, where)
        for finding, where in found.items()
    )
    placed = [replace(finding, place=locate(document, finding.at, finding.register)) for finding in named]
    return tuple(sorted(placed, key=_order))


def _context(document: Document, model: str | None) -> Context:
    try:
        made = schedule(document.plan, model)
    except (CycleError, NoWorkingTime, ValueError) as obstacle:
        return Context(document, outline(document.plan, model), obstacle)
    return Context(document, made.outline, made)


def _in_model(context: Context) -> Iterator[Finding]:
    for rule in rules():
        try:
            yield from rule.findings(context)
        except UnscheduledError:
            continue  # what stands in the way of a schedule is a finding of its own


def _naming(finding: Finding, models: Sequence[str]) -> Finding:
    message = _("{message} (in {models})").format(message=finding.message, models=", ".join(models))
    return replace(finding, message=message)


def _order(finding: Finding) -> tuple[bool, int, int, str, str]:
    place = finding.place
    line, column = (place.line, place.column) if place else (0, 0)
    return finding.register, line, column, finding.code, finding.message
