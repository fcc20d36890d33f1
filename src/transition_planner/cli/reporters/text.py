"""For people: each finding with its line and its hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.findings import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """The findings of all plans, with an empty line between two."""
    findings = [finding for report in reports for finding in report.findings]
    if findings:
        yield text_of(findings)
