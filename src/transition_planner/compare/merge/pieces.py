"""A plan's text taken apart for merging: the entries of its block maps, each with the comments above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from transition_planner.planfile.document import own_end
from transition_planner.planfile.edits.stretch import has_alias, meaning
from transition_planner.planfile.nodes import compose
from transition_planner.planfile.places import line_start
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.planfile.nodes import Node

_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)


class Unmergeable(Exception):  # noqa: N818  # a fact about the text, answered by keeping both sides whole
    """The text is written in a way that cannot be taken apart."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One entry of a block map."""

    key: str
    lead: str
    """The blank lines and comments above it."""
    text: str
    """Its own lines, the last with its end."""
    column: int
    value: Node
    """Its value, in the coordinates of `source`."""
    source: str = field(repr=False)
    start: int
    """Where its first line begins in the source."""

    @property
    def inner(self) -> Region | None:
        """The entries of its value, where that is a block map."""
        if self.value.kind != "map" or self.value.style != "block" or self.value.anchor:
            return None
        end = self.start + len(self.text)
        begin = self.source.index("\n", self.start) + 1
        return _region(self.source, self.value, begin, end)

    def inner_of(self, other: Piece) -> Region | None:
        """The entries of its value; none at all where it says nothing and the other side has some."""
        if self.inner is None and not self.meaning and other.inner is not None:
            return EMPTY
        return self.inner

    @property
    def intro(self) -> str:
        """Its first line."""
        return self.text[: self.text.index("\n") + 1]

    @property
    def meaning(self) -> Any:
        """What its value says."""
        return meaning(self.value)

    @property
    def comments(self) -> list[str]:
        """The comments in its own lines."""
        return comments(self.text)

    @property
    def told(self) -> str:
        """Its value on one line."""
        said = self.meaning
        if has_alias(said):
            return " ".join(self.source[self.value.start : self.value.end].split())
        return written(said, flow=True)


@dataclass(frozen=True, slots=True)
class Region:
    """The entries of a block map, and what stands below the last of them."""

    pieces: Mapping[str, Piece]
    """By key, in the file's order."""
    tail: str


EMPTY = Region({}, "")
"""Of a side that has no such map."""


def comments(text: str) -> list[str]:
    """The comments in a text, without the indentation before them; a `#` inside quotes seems to begin one, too."""
    return _COMMENT.findall(text)


def taken_apart(text: str) -> Region:
    """The entries of a whole text; its lines end with a line feed.

    Raises:
        Unmergeable: if it is no block map of simple keys.
        NotYamlError: if it is no YAML.
    """
    root = compose(text)
    if root.kind != "map" or root.style != "block":
        raise Unmergeable
    return _region(text, root, 0, len(text))


def _region(source: str, node: Node, begin: int, end: int) -> Region:
    pieces: dict[str, Piece] = {}
    here = begin
    for key, value in node.entries:
        start = line_start(source, key.start)
        if key.kind != "scalar" or key.anchor or source[start : key.start].strip(" ") or key.value in pieces:
            raise Unmergeable
        own = own_end(source, key.start, max(key.end, value.end))
        pieces[key.value] = Piece(
            key.value, source[here:start], source[start:own], key.start - start, value, source, start
        )
        here = own
    return Region(pieces, source[here:end])
