"""The plan as it is here meets the plan that another program has written to its file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.compare.merge.planmerge import WHOLE, merged
from transition_planner.compare.planchange import plan_change
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.planfile.mergemark import MARK

if TYPE_CHECKING:
    from transition_planner.compare.merge.clash import Clash
    from transition_planner.planfile.document import Document


@dataclass(frozen=True, slots=True)
class Meeting:
    """What came of two plans that grew from one."""

    theirs: Document
    """What the file says."""
    document: Document | None
    """Both together, ours where both changed the same; None where they cannot be put together."""
    with_theirs: Document | None
    """Both together, theirs where both changed the same."""
    conflicts: tuple[Clash, ...]
    """What both changed."""


def meeting(base: str, ours: Document, theirs: Document) -> Meeting:
    """Two plans merged by task and field.

    Args:
        base: The text that the file had when it was last read or saved.
        ours: The plan as it is here.
        theirs: The plan as the file has it now.
    """
    document, conflicts = _together(base, ours.text, theirs.text, theirs)
    if not conflicts:
        return Meeting(theirs, document, document, ())
    with_theirs, _conflicts = _together(base, theirs.text, ours.text, theirs)
    return Meeting(theirs, document, with_theirs, conflicts)


def touched(before: str, after: Document) -> tuple[str, ...]:
    """The ids of the tasks that one text of the plan says otherwise than another."""
    try:
        change = plan_change(parse(before, register_text=after.register_text), after)
    except PlanFileError:
        return ()
    ids = [*change.added, *change.removed, *(new for _old, new in change.renamed)]
    ids += [each.task for each in change.moved] + [str(each.at[0]) for each in change.fields]
    return tuple(dict.fromkeys(ids))


def _together(
    base: str, first: str, second: str, like: Document
) -> tuple[Document | None, tuple[Clash, ...]]:
    """Both texts as a document, the first where both changed the same, and what that is."""
    found = merged(base, first, second)
    if WHOLE in found.conflicts:
        return None, ()
    lines = found.text.splitlines(keepends=True)
    text = "".join(line for line in lines if not line.lstrip().startswith(MARK))
    try:
        read = parse(text, name=like.name, register_text=like.register_text)
    except PlanFileError:
        return None, found.clashes
    return replace(read, path=like.path, digest=like.digest, bom=like.bom), found.clashes
