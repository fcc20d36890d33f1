"""For people: each finding with its line and its hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.findings import text_of
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report
    from transition_planner.plan.finding import Finding


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """The findings of all plans, with an empty line between two."""
    texts = [_text(report, finding) for report in reports for finding in report.findings]
    if texts:
        yield "\n\n".join(texts)


def _text(report: Report, finding: Finding) -> str:
    text = text_of([finding])
    if finding not in report.fixes:
        return text
    fixable = _("Fixable with --fix: {change}.").format(change=report.fixes[finding].label)
    return f"{text}\n  = {fixable}"
