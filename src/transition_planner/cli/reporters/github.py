"""Workflow commands of GitHub Actions: each finding becomes a note beside its line in the pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report
    from transition_planner.plan.finding import Finding

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """A command for each finding."""
    for report in reports:
        for finding in report.findings:
            yield _command(finding)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {"title": finding.code}
    if place is not None:
        properties = {
            "file": place.file,
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(place.column + max(1, place.length)),
        } | properties
    written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
