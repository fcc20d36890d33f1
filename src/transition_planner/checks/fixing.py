"""The fixes of what was found, made."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from transition_planner.planfile.edits import EditRefused, apply

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from transition_planner.plan.finding import Finding, KeyPath
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit


def fixed(document: Document, fixes: Callable[[Document], Mapping[Finding, Edit]]) -> Document:
    """The document with its fixes made, but for those that its text does not allow.

    Args:
        document: The plan.
        fixes: Looks for what can be fixed in a document. It is asked again until nothing changes: of several fixes
            in one list each shifts the items behind it.
    """
    while True:
        before = document
        changed: set[KeyPath] = set()
        for finding, edit in fixes(document).items():
            box = tuple(takewhile(lambda step: isinstance(step, str), finding.at))
            if box not in changed:
                made = _made(document, edit)
                if made is not document:
                    document = made
                    changed.add(box)
        if document is before:
            return document


def _made(document: Document, edit: Edit) -> Document:
    try:
        return apply(document, edit).document
    except EditRefused:
        return document
