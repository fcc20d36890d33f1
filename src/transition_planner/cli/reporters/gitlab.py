"""GitLab's Code Quality report: findings beside their lines in the merge request."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from transition_planner.cli.prints import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """One list of all findings; each needs a place and a fingerprint of its own."""
    found = [(report.path, finding) for report in reports for finding in report.findings]
    prints = fingerprints(finding for _path, finding in found)
    told = [
        {
            "description": finding.message,
            "check_name": finding.code,
            "fingerprint": print_,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": finding.place.file if finding.place else path,
                "lines": {"begin": finding.place.line if finding.place else 1},
            },
        }
        for (path, finding), print_ in zip(found, prints, strict=True)
    ]
    yield json.dumps(told, ensure_ascii=False, indent=2)
