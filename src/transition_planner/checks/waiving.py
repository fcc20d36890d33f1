"""Findings that the plan waives, with a reason and an end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import language
from transition_planner.plan.text import in_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from transition_planner.plan.finding import Finding
    from transition_planner.plan.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that the plan waives."""

    finding: Finding
    why: str
    until: date


def waive(
    findings: Iterable[Finding], waivers: Sequence[Waiver], today: date | None
) -> tuple[list[Finding], list[Waived], set[int]]:
    """What remains of findings, what is waived, and the indexes of the waivers that did it.

    Args:
        findings: All that was found.
        waivers: The plan's.
        today: A waiver that ended before does nothing; None takes none as ended.
    """
    remaining: list[Finding] = []
    waived: list[Waived] = []
    used: set[int] = set()
    for finding in findings:
        index = next((i for i, each in enumerate(waivers) if _waives(each, finding, today)), None)
        if index is None:
            remaining.append(finding)
        else:
            used.add(index)
            waiver = waivers[index]
            waived.append(Waived(finding, in_language(waiver.why, language()), waiver.until))
    return remaining, waived, used


def _waives(waiver: Waiver, finding: Finding, today: date | None) -> bool:
    if waiver.rule != finding.code or (waiver.of is not None and waiver.of not in finding.at):
        return False
    return today is None or today <= waiver.until
