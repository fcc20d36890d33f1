"""GitLab's Code Quality report: findings beside their lines in the merge request."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from transition_planner.cli.prints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """One list of all findings; each needs a place and a fingerprint of its own."""
    seen: Counter[str] = Counter()
    told: list[dict[str, Any]] = []
    for report in reports:
        for finding in report.findings:
            print_ = fingerprint(finding)
            seen[print_] += 1
            place = finding.place
            told.append(
                {
                    "description": finding.message,
                    "check_name": finding.code,
                    "fingerprint": print_ if seen[print_] == 1 else f"{print_}-{seen[print_]}",
                    "severity": _SEVERITIES[finding.severity],
                    "location": {
                        "path": place.file if place else report.path,
                        "lines": {"begin": place.line if place else 1},
                    },
                }
            )
    yield json.dumps(told, ensure_ascii=False, indent=2)
