"""Edits from the command line: made, saved, and shown as the lines that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit


def made(document: Document, edits: Iterable[Edit]) -> Document:
    """The document after some edits, all or none of them, saved where they change anything.

    Raises:
        Failure: if one is refused, or the file cannot be written; it is as it was then.
    """
    from transition_planner.planfile.edits import EditRefused, apply  # noqa: PLC0415  # 60 ms that help does not need
    from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed, save  # noqa: PLC0415

    new = document
    try:
        for edit in edits:
            new = apply(new, edit).document
        return save(new) if new.text != document.text else document
    except EditRefused as refused:
        raise Failure(refused.message, Exit.USAGE) from refused
    except (ChangedOnDisk, SaveFailed) as obstacle:
        raise Failure(str(obstacle), Exit.OUTSIDE) from obstacle


def changed_lines(before: Document, after: Document) -> list[str]:
    """The lines that an edit took out (`-`) and put in (`+`), without those around them."""
    from difflib import unified_diff  # noqa: PLC0415  # 4 ms that only edits need

    lines = unified_diff(before.text.splitlines(), after.text.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]
