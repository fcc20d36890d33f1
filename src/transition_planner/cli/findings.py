"""Findings as commands tell them: counted, in JSON, and what they mean for the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from transition_planner.locales import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from transition_planner.plan.finding import Finding


def counts(findings: Sequence[Finding]) -> tuple[int, int, int]:
    """How many errors, warnings and remarks there are."""
    severities = [finding.severity.value for finding in findings]
    return severities.count("error"), severities.count("warning"), severities.count("info")


def counted(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning, 0 remarks`."""
    errors, warnings, remarks = counts(findings)
    return ", ".join(
        (
            ngettext("{n} error", "{n} errors", errors).format(n=errors),
            ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
            ngettext("{n} remark", "{n} remarks", remarks).format(n=remarks),
        )
    )


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding in JSON."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
    }


def text_of(findings: Sequence[Finding]) -> str:
    """Findings as text, with an empty line between two."""
    from transition_planner.planfile.render import render  # noqa: PLC0415  # 60 ms that help does not need

    return "\n\n".join(map(render, findings))
