"""SARIF 2.1.0, the format of code scanning: GitHub, Azure DevOps, editors."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from transition_planner.cli.prints import fingerprints
from transition_planner.planfile.places import place_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from transition_planner.cli.report import Report
    from transition_planner.plan.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def lines(reports: Sequence[Report]) -> Iterator[str]:
    """One run over all plans; what they waive is suppressed in the source."""
    from transition_planner.checks.registry import rules  # noqa: PLC0415  # 100 ms that help does not need

    described = [
        {
            "id": rule.code,
            "name": rule.slug,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": rule.text},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in rules()
    ]
    told = [(finding, _fixes(report, finding)) for report in reports for finding in report.findings]
    told += [
        (each.finding, {"suppressions": [{"kind": "inSource", "justification": each.why}]})
        for report in reports
        for each in report.waived
    ]
    prints = fingerprints(finding for finding, _more in told)
    results = [
        _result(finding) | {"partialFingerprints": {"finding/v2": print_}} | more
        for (finding, more), print_ in zip(told, prints, strict=True)
    ]
    driver = {"name": "transition-planner", "version": version("transition-planner"), "rules": described}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(finding: Finding) -> dict[str, Any]:
    text = f"{finding.message}\n{finding.hint}" if finding.hint else finding.message
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
    }
    place = finding.place
    if place is not None:
        result["locations"] = [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(place.file)},
                    "region": {
                        "startLine": place.line,
                        "startColumn": place.column,
                        "endColumn": place.column + max(1, place.length),
                    },
                }
            }
        ]
    return result


def _fixes(report: Report, finding: Finding) -> dict[str, Any]:
    """What `--fix` does about it, as parts of the file and what stands there instead."""
    document, edit = report.document, report.fixes.get(finding)
    if document is None or edit is None:
        return {}
    from transition_planner.planfile.edits import EditRefused, apply  # noqa: PLC0415  # as above

    try:
        splices = apply(document, edit).splices
    except EditRefused:
        return {}
    replacements = [
        {
            "deletedRegion": _region(document.text, splice.start, splice.end),
            "insertedContent": {"text": splice.inserted},
        }
        for splice in splices
    ]
    changes = [{"artifactLocation": {"uri": _uri(document.name)}, "replacements": replacements}]
    return {"fixes": [{"description": {"text": edit.label}, "artifactChanges": changes}]}


def _region(text: str, start: int, end: int) -> dict[str, int]:
    first, last = (place_at(text, "", offset) for offset in (start, end))
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
