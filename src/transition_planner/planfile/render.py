"""A finding as text: its place, what is wrong, the line with the place marked, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from transition_planner.locales import _
from transition_planner.plan.finding import Severity

if TYPE_CHECKING:
    from transition_planner.plan.finding import Finding, Place

_WIDEST = 100
"""Columns of a source line that are shown; of a longer one the part around the place."""


def render(finding: Finding) -> str:
    """The finding on two to four lines without a last line end."""
    words = {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.INFO: _("info")}
    place = finding.place
    head = f"{words[finding.severity]} {finding.code}: {finding.message}"
    lines = [f"{place}: {head}" if place else head]
    if place and place.source.strip():
        lines += _marked(place)
    if finding.hint:
        lines.append(f"  = {finding.hint}")
    return "\n".join(lines)


def _marked(place: Place) -> list[str]:
    """The line and the marks under the place."""
    source, column = place.source, place.column - 1
    if len(source) > _WIDEST:
        first = max(0, min(column - _WIDEST // 2, len(source) - _WIDEST))
        source = source[first : first + _WIDEST]
        column -= first
    before = "".join(
        "\t" if character == "\t" else " " * _columns(character) for character in source[:column]
    )
    meant = sum(_columns(character) for character in source[column : column + place.length])
    return [f"  {source.rstrip()}", f"  {before}{'^' * max(1, meant)}"]


def _columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if combining(character):
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
