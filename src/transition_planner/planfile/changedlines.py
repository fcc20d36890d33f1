"""What an edit changed in a plan's text, for people to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document


def changed_lines(before: Document, after: Document) -> list[str]:
    """The lines that an edit took out (`-`) and put in (`+`), without those around them."""
    from difflib import unified_diff  # noqa: PLC0415  # 4 ms that only edits need

    lines = unified_diff(before.text.splitlines(), after.text.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
