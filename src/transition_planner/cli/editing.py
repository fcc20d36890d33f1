"""Edits from the command line: made, saved, and shown as the lines that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from transition_planner.cli.exits import Exit
from transition_planner.cli.failure import Failure
from transition_planner.cli.output import put, say
from transition_planner.cli.terminal import on_terminal
from transition_planner.locales import _
from transition_planner.planfile.changedlines import changed_lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit


def made(document: Document, edits: Iterable[Edit]) -> Document:
    """The document after some edits, all or none of them, saved where they change anything.

    Raises:
        Failure: if one is refused, or the file cannot be written; it is as it was then.
    """
    return saved(document, edited(document, edits))


def edited(document: Document, edits: Iterable[Edit]) -> Document:
    """The document after some edits, all or none of them, not saved.

    Raises:
        Failure: if one is refused.
    """
    from transition_planner.planfile.edits import EditRefused, apply  # noqa: PLC0415  # 60 ms that help does not need

    try:
        for edit in edits:
            document = apply(document, edit).document
    except EditRefused as refused:
        raise Failure(refused.message, Exit.USAGE) from refused
    return document


def saved(before: Document, after: Document) -> Document:
    """An edited document, saved where it says anything else than before.

    Raises:
        Failure: if the file cannot be written; it is as it was then.
    """
    from transition_planner.planfile.saving import ChangedOnDisk, SaveFailed, save  # noqa: PLC0415  # as above

    try:
        return save(after) if after.text != before.text else before
    except (ChangedOnDisk, SaveFailed) as obstacle:
        raise Failure(str(obstacle), Exit.OUTSIDE) from obstacle


def offered(before: Document, after: Document, *, agreed: bool, as_json: bool) -> bool:
    """Show what edits change, and save them if the person agrees: whether they are saved.

    Raises:
        Failure: if the file cannot be written; it is as it was then.
    """
    if not as_json:
        for line in changed_lines(before, after):
            put(line)
        if not agreed and on_terminal():
            agreed = click.confirm(_("Write this into the plan?"), err=True)
    if agreed:
        saved(before, after)
    elif not as_json:
        say(_("Nothing was written. --yes writes it without a question."))
    return agreed
