"""Flow maps, as in `{duration: 5d, owner: lead}`, merged by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.compare.merge.order import merged_order
from transition_planner.planfile.edits.stretch import has_alias, meaning
from transition_planner.planfile.quoting import written

if TYPE_CHECKING:
    from transition_planner.planfile.nodes import Node


@dataclass(frozen=True, slots=True)
class FlowConflict:
    """A key that both sides changed."""

    way: tuple[str, ...]
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Flow:
    """A merged map."""

    text: str
    conflicts: tuple[FlowConflict, ...]


def merged_flow(base: Node | None, ours: Node, theirs: Node, our_text: str, their_text: str) -> Flow | None:
    """Two flow maps merged; None where one of them is something else, or holds what one line cannot."""
    for node, text in ((ours, our_text), (theirs, their_text)):
        if node.kind != "map" or node.style != "flow" or "#" in text[node.start : node.end]:
            return None
    sides = [base, ours, theirs]
    if any(node is not None and has_alias(meaning(node)) for node in sides):
        return None
    was = base if base is not None and base.kind == "map" else None
    if base is not None and was is None and meaning(base) is not None:
        return None
    before, own, other = (_entries(node) for node in (was, ours, theirs))
    parts: list[str] = []
    conflicts: list[FlowConflict] = []
    for key in merged_order([*before], [*own], [*other]):
        part = _entry(key, before.get(key), own.get(key), other.get(key), (our_text, their_text), conflicts)
        if part is not None:
            parts.append(part)
    return Flow("{" + ", ".join(parts) + "}", tuple(conflicts))


def _entries(node: Node | None) -> dict[str, tuple[Node, Node]]:
    return {key.value: (key, value) for key, value in node.entries} if node is not None else {}


def _entry(
    key: str,
    was: tuple[Node, Node] | None,
    own: tuple[Node, Node] | None,
    other: tuple[Node, Node] | None,
    texts: tuple[str, str],
    conflicts: list[FlowConflict],
) -> str | None:
    """One entry of the merged map; None where it goes."""
    said, ours, theirs = (meaning(entry[1]) if entry else _NOTHING for entry in (was, own, other))
    if theirs in (said, ours):
        return _source(own, texts[0])
    if ours == said:
        return _source(other, texts[1])
    if own is not None and other is not None:
        inner = merged_flow(was[1] if was else None, own[1], other[1], *texts)
        if inner is not None:
            conflicts += [FlowConflict((key, *each.way), each.ours, each.theirs) for each in inner.conflicts]
            return f"{texts[0][own[0].start : own[0].end]}: {inner.text}"
    conflicts.append(FlowConflict((key,), _told(own), _told(other)))
    return _source(own, texts[0]) if own is not None else _source(other, texts[1])


_NOTHING = object()
"""What a side says that has no such key."""


def _source(entry: tuple[Node, Node] | None, text: str) -> str | None:
    if entry is None:
        return None
    key, value = entry
    source = text[value.start : value.end]
    if "\n" in source:
        source = written(meaning(value), flow=True)
    return f"{text[key.start : key.end]}: {source}".rstrip()


def _told(entry: tuple[Node, Node] | None) -> str:
    return "removed" if entry is None else written(meaning(entry[1]), flow=True)
