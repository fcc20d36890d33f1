"""For programs: everything, as the help of `check` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from transition_planner.cli.findings import counts, finding_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report
    from transition_planner.plan.finding import Finding


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """An object for one plan, a list of objects for several."""
    told = [_data(report) for report in reports]
    yield json.dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2)


def _data(report: Report) -> dict[str, Any]:
    errors, warnings, remarks = counts(report.findings)
    return {
        "path": report.path,
        "readable": report.models is not None,
        "models": list(report.models or ()),
        "errors": errors,
        "warnings": warnings,
        "remarks": remarks,
        "findings": [finding_data(finding) | {"fix": _fix(report, finding)} for finding in report.findings],
        "waived": [
            finding_data(each.finding) | {"why": each.why, "until": each.until.isoformat()}
            for each in report.waived
        ],
        "known": report.known,
        "changed": list(report.changed),
        "written": report.written,
        "mended": report.mended,
    }


def _fix(report: Report, finding: Finding) -> str | None:
    return report.fixes[finding].label if finding in report.fixes else None
