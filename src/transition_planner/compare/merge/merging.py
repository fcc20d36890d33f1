"""Three texts of a plan merged by task and field: what one side changed is taken, what both changed is marked.

A conflict keeps our value, and a comment above it tells both: the file can be read as a plan all the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from transition_planner.compare.merge.clash import REMOVED, Clash
from transition_planner.compare.merge.flow import merged_flow
from transition_planner.compare.merge.order import merged_order
from transition_planner.compare.merge.pieces import EMPTY, taken_apart
from transition_planner.planfile.mergemark import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from transition_planner.compare.merge.pieces import Piece, Region


@dataclass(slots=True)
class Merge:
    """One merge of three texts whose lines end with a line feed."""

    keep: frozenset[str] = frozenset()
    """Ids of tasks that stay although one side removed them, because the other needs them."""
    clashes: list[Clash] = field(default_factory=list)
    """The fields that both sides changed."""

    def text(self, base: str, ours: str, theirs: str) -> str:
        """The merged text.

        Raises:
            Unmergeable: if one of them cannot be taken apart.
            NotYamlError: if one of them is no YAML.
        """
        return self._regions(*map(taken_apart, (base, ours, theirs)), way=())

    def _regions(self, base: Region, ours: Region, theirs: Region, *, way: tuple[str, ...]) -> str:
        parts = []
        for key in merged_order([*base.pieces], [*ours.pieces], [*theirs.pieces]):
            was, own, other = (each.pieces.get(key) for each in (base, ours, theirs))
            if own is not None and other is not None:
                parts.append(self._both(was, own, other, (*way, key)))
            elif own is not None or other is not None:
                parts.append(self._one(was, own, other, (*way, key)))
        return "".join(parts) + merged_lines(base.tail, ours.tail, theirs.tail)

    def _one(self, was: Piece | None, own: Piece | None, other: Piece | None, way: tuple[str, ...]) -> str:
        """An entry that only one side has."""
        there = own or other
        assert there is not None  # noqa: S101  # the caller has seen it
        if was is None:
            return _closed(there.lead + there.text)
        same = (there.lead.strip(), there.text) == (was.lead.strip(), was.text)
        if same and not self._needed(there.text, ""):
            return ""
        told = there.told
        mark = self._mark(
            way, there.column, told if own is not None else REMOVED, REMOVED if own is not None else told
        )
        return there.lead + mark + _closed(there.text)

    def _both(self, was: Piece | None, own: Piece, other: Piece, way: tuple[str, ...]) -> str:
        """An entry that both sides have."""
        if other.lead + other.text == own.lead + own.text:
            return _closed(own.lead + own.text)
        lead = merged_lines(was.lead if was else "", own.lead, other.lead)
        if was is not None and was.text == other.text and not self._needed(other.text, own.text):
            return lead + _closed(own.text)
        if was is not None and was.text == own.text and not self._needed(own.text, other.text):
            return lead + _closed(_moved(other, own.column))
        inner, their_inner = own.inner_of(other), other.inner_of(own)
        if inner is not None and their_inner is not None:
            before = (was.inner if was is not None else None) or EMPTY
            if was is None or was.inner is not None or not was.meaning:
                head = own if own.inner is not None else other
                intro = merged_line(was.intro if was is not None else "", head.intro, other.intro)
                return lead + intro + self._regions(before, inner, their_inner, way=way)
        return lead + self._values(was, own, other, way)

    def _values(self, was: Piece | None, own: Piece, other: Piece, way: tuple[str, ...]) -> str:
        """A value that both sides wrote, in one of the ways that are not taken apart."""
        said = was.meaning if was is not None else None
        before = was.comments if was is not None else []
        if was is not None and own.meaning == said != other.meaning:
            return _with_comments(other, own.column, own.comments, before)
        if own.meaning == other.meaning or (was is not None and other.meaning == said):
            return _with_comments(own, own.column, other.comments, before)
        flow = merged_flow(was.value if was else None, own.value, other.value, own.source, other.source)
        if flow is not None:
            start = own.value.start - own.start
            text = own.text[:start] + flow.text + own.text[own.value.end - own.start :]
            marks = "".join(
                self._mark((*way, *each.way), own.column, each.ours, each.theirs) for each in flow.conflicts
            )
            added = _lost(other.comments, before, own.comments, own.column)
            return added + marks + _closed(text)
        mark = self._mark(way, own.column, own.told, other.told)
        return _lost(other.comments, before, own.comments, own.column) + mark + _closed(own.text)

    def _needed(self, text: str, other: str) -> bool:
        """Whether a text holds a task that is to stay and that another has not."""
        return any(_holds(text, id_) and not _holds(other, id_) for id_ in self.keep)

    def _mark(self, way: tuple[str, ...], column: int, ours: str, theirs: str) -> str:
        clash = Clash(way, ours, theirs)
        self.clashes.append(clash)
        return f"{' ' * column}{MARK} {clash}\n"


def merged_lines(base: str, ours: str, theirs: str) -> str:
    """Comments and blank lines of both sides: theirs are added to ours, unless one side left all as it was."""
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    known = {line.strip() for line in (*base.splitlines(), *ours.splitlines())}
    new = [line for line in theirs.splitlines() if line.strip() not in known]
    return ours + "".join(f"{line}\n" for line in new)


def merged_line(base: str, ours: str, theirs: str) -> str:
    """One line of a key with a comment behind it."""
    if theirs in {base, ours} or "#" not in theirs:
        return ours
    if ours == base or "#" not in ours:
        return ours.partition("#")[0].rstrip() + "  " + theirs[theirs.index("#") :]
    return f"{ours.rstrip()}  {theirs[theirs.index('#') :]}"


def mentioned(id_: str, text: str) -> bool:
    """Whether a text names a task."""
    return re.search(rf"(?<![\w.-]){re.escape(id_)}(?![\w.-])", text) is not None


def _holds(text: str, id_: str) -> bool:
    """Whether a text has an entry of that key."""
    return re.search(rf"(?<![\w.-]){re.escape(id_)}['\"]?\s*:(?!\S)", text) is not None


def _with_comments(piece: Piece, column: int, comments: list[str], before: list[str]) -> str:
    """An entry of one side, below the comments that the other has put beside its own."""
    return _lost(comments, before, piece.comments, column) + _closed(_moved(piece, column))


def _lost(comments: list[str], before: list[str], kept: list[str], column: int) -> str:
    new: Iterable[Any] = (each for each in comments if each not in before and each not in kept)
    return "".join(f"{' ' * column}{each.rstrip()}\n" for each in new)


def _moved(piece: Piece, column: int) -> str:
    """An entry's lines, indented for a map in another column."""
    if piece.column == column:
        return piece.text
    by = column - piece.column
    lines = piece.text.splitlines(keepends=True)
    if by > 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)


def _closed(text: str) -> str:
    """Lines of which the last has an end: more may follow."""
    return text if text.endswith("\n") or not text else f"{text}\n"
