"""The merge of two branches' plans or registers, whatever is in them: nothing of either side is ever lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.compare.entries import entries
from transition_planner.compare.merge.aligning import Alignment
from transition_planner.compare.merge.clash import Clash
from transition_planner.compare.merge.merging import Merge, mentioned
from transition_planner.compare.merge.pieces import Unmergeable, comments
from transition_planner.planfile.document import BOM
from transition_planner.planfile.edits import EditRefused
from transition_planner.planfile.events import NotYamlError
from transition_planner.planfile.loading import PlanFileError, parse
from transition_planner.planfile.mergemark import MARK

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

WHOLE = "the whole file"
"""Told as the conflict where the texts could not be merged."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge."""

    text: str
    clashes: tuple[Clash, ...]
    """What both sides changed; each is marked in the text."""

    @property
    def conflicts(self) -> tuple[str, ...]:
        """The same in short: which fields, and of tasks that moved or were renamed what each side says."""
        return tuple(str(each) if each.of_task else each.name for each in self.clashes)


def merged(base: str, ours: str, theirs: str) -> Merged:
    """Two files that grew from one; where they cannot be merged, ours with theirs behind it in comments.

    Plans merge to a plan. Other files, as registers, in which nothing refers to anything else, merge key by key.
    """
    newline = "\r\n" if "\r\n" in ours else "\n"
    bom = BOM if ours.startswith(BOM) else ""
    base, ours, theirs = (text.removeprefix(BOM).replace("\r\n", "\n") for text in (base, ours, theirs))
    plans = [_plan(text) for text in (base, ours, theirs)]
    found = None
    try:
        if None not in plans:
            found = _merged_plans(*(plan for plan in plans if plan is not None))
        elif not any(plans):
            merge = Merge()
            text = merge.text(base, ours, theirs)
            found = Merged(text, tuple(merge.clashes))
    except (EditRefused, Unmergeable, NotYamlError):
        pass
    found = found or _kept_both(ours, theirs)
    return replace(found, text=bom + found.text.replace("\n", newline))


def _plan(text: str) -> Document | None:
    try:
        return parse(text)
    except PlanFileError:
        return None


def _merged_plans(base: Document, ours: Document, theirs: Document) -> Merged | None:
    """The merged plan; None where it could not be read as one.

    A task that one side removed and that the merged plan cannot do without stays, as a conflict.
    """
    alignment = Alignment(base, ours, theirs)
    alignment.align()
    three = alignment.base, alignment.ours, alignment.theirs
    was, own, other = (set(entries(each.plan)) for each in three)
    removed = was & (own ^ other)
    keep = frozenset(alignment.kept)
    while True:
        merge = Merge(keep)
        text = merge.text(*(each.text for each in three))
        if _plan(text) is not None:
            marks = "".join(f"{MARK} {each}\n" for each in alignment.clashes)
            lost = _lost_comments(text, base.text, (ours.text, theirs.text))
            return Merged(marks + text + lost, (*alignment.clashes, *merge.clashes))
        missed = frozenset(id_ for id_ in removed if mentioned(id_, text)) - keep
        if not missed:
            return None
        keep |= missed


def _lost_comments(text: str, base: str, sides: tuple[str, str]) -> str:
    """The comments of a side that have no place in the merged text: a line went to which they belonged."""
    known = set(comments(base))
    new = dict.fromkeys(each.rstrip() for side in sides for each in comments(side) if each not in known)
    return "".join(f"{each}\n" for each in new if each not in text)


def _kept_both(ours: str, theirs: str) -> Merged:
    head = f"{MARK} the other branch's file follows line by line; take from it what is missing above"
    lines = "".join(f"# | {line}\n" for line in theirs.splitlines())
    closed = ours if ours.endswith("\n") or not ours else f"{ours}\n"
    return Merged(f"{closed}{head}\n{lines}", (Clash((WHOLE,), ours, theirs),))
