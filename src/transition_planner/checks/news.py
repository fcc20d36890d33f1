"""Which findings are new since an earlier state of the plan."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from transition_planner.compare.planchange import plan_change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from transition_planner.plan.finding import Finding
    from transition_planner.planfile.document import Document

_Key = tuple[str, bool, tuple[str, ...]]


def news(
    now: Document, findings: Sequence[Finding], then: Document, known: Sequence[Finding]
) -> tuple[Finding, ...]:
    """The findings that an earlier state did not have.

    What one rule finds at one entry is the same finding, even where its dates or its place in the file are others
    now; of three where there were two, one is new: the one whose sentence is new.
    """
    renamed = plan_change(then, now).earlier_ids
    same = Counter((_key(finding, {}), finding.message) for finding in known)
    alike = Counter(_key(finding, {}) for finding in known)
    unlike = []
    for finding in findings:
        key = _key(finding, renamed)
        if same[key, finding.message]:
            same[key, finding.message] -= 1
            alike[key] -= 1
        else:
            unlike.append(finding)
    return tuple(finding for finding in unlike if not _taken(alike, _key(finding, renamed)))


def _key(finding: Finding, renamed: Mapping[str, str]) -> _Key:
    """The rule and the way to the entry by earlier ids, without indexes in lists, which any edit shifts."""
    way = tuple(renamed.get(step, step) for step in finding.at if isinstance(step, str))
    return finding.code, finding.register, way


def _taken(left: Counter[_Key], key: _Key) -> bool:
    if not left[key]:
        return False
    left[key] -= 1
    return True
