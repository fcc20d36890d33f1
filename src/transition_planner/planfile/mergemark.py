"""The comments by which a merge marks what both branches changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.plan.finding import KeyPath

MARK = "# MERGE CONFLICT"
"""What the comment of a conflict begins with."""

_LINE = re.compile(rf"^[ \t]*{MARK} (.*?)\r?$", re.MULTILINE)


def conflicts(text: str) -> list[tuple[KeyPath, str]]:
    """Each conflict that is still marked in a text: the way to what both changed, where it has one, and its words."""
    if MARK not in text:  # 0.7 ms in a plan of 10,000 tasks, where the pattern takes 18
        return []
    return [(_way(told), told) for told in _LINE.findall(text)]


def _way(told: str) -> KeyPath:
    way, ours, _rest = told.partition(": ours ")
    return tuple(way.split(".")) if ours else ()
