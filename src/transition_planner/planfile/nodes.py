"""The span tree of a stretch of YAML: what stands where, for edits and for the places of findings.

It is made on demand for one task's entry (some 50 µs), never kept for a whole plan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from transition_planner.planfile.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NotYamlError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    events,
)
from transition_planner.planfile.places import line_start
from transition_planner.planfile.scalars import resolve

if TYPE_CHECKING:
    from transition_planner.planfile.events import Event, NextEvent

Kind = Literal["scalar", "map", "list", "alias"]
Style = Literal["plain", "single", "double", "literal", "folded", "block", "flow"]

_STYLES: dict[str | None, Style] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


@dataclass(frozen=True, slots=True)
class Node:
    """A value or a key in the text, with its span in code points of the whole text."""

    kind: Kind
    start: int
    """Its first character; of an anchored node that of the anchor."""
    end: int
    """Behind its last character, before any comment, blank line or line end that follows. A null that is not
    written has start and end right behind its key's colon."""
    style: Style
    value: str = ""
    """A scalar's text without quotes; the name of an alias."""
    entries: tuple[tuple[Node, Node], ...] = ()
    """A map's keys and values in file order."""
    items: tuple[Node, ...] = ()
    """A list's items."""
    anchor: str = ""
    """Its anchor's name, where it has one."""

    def entry(self, key: str) -> tuple[Node, Node]:
        """The key and the value of a map's entry.

        Raises:
            KeyError: if it has none of that key, or is no map.
        """
        entry = self.get(key)
        if entry is None:
            raise KeyError(key)
        return entry

    def get(self, key: str) -> tuple[Node, Node] | None:
        """The key and the value of a map's entry, None if it has none of that key."""
        for entry in self.entries:
            if entry[0].value == key and entry[0].kind == "scalar":
                return entry
        return None

    def at(self, *keys: str | int) -> Node:
        """The node at the end of a way of map keys and list indices.

        Raises:
            KeyError: if the way leads nowhere.
        """
        node = self
        for key in keys:
            if node.kind != "list":
                node = node.entry(str(key))[1]
            elif isinstance(key, int) and 0 <= key < len(node.items):
                node = node.items[key]
            else:
                raise KeyError(key)
        return node

    def data(self) -> Any:
        """What it says, as dicts, lists and scalars.

        Raises:
            KeyError: if it holds an alias, which only the whole text can resolve.
        """
        if self.kind == "map":
            return {key.data(): value.data() for key, value in self.entries}
        if self.kind == "list":
            return [item.data() for item in self.items]
        if self.kind == "alias":
            raise KeyError(self.value)
        return resolve(self.value) if self.style == "plain" else self.value


def compose(text: str, start: int = 0, end: int | None = None) -> Node:
    """The node that a slice of the text is: the whole text, some entries of a block map, or one value.

    A slice that begins within a line keeps its column, so further entries in the same column belong to the same
    map. A slice of nothing is an empty plain scalar.

    Raises:
        NotYamlError: if the slice is no YAML, or more than one document.
    """
    base = line_start(text, start)
    read = events(" " * (start - base) + text[start:end], base)
    event = _skip_to_content(read)
    if type(event) is StreamEndEvent:
        return Node("scalar", start, start, "plain")
    root = _node(read, event, text, base)
    rest = read()
    while type(rest) is not StreamEndEvent:
        if type(rest) is DocumentStartEvent:
            raise NotYamlError("expected a single document", _start(rest, base))
        rest = read()
    return root


def compose_entry(text: str, start: int, end: int | None = None) -> tuple[Node, Node]:
    """The key and the value of the map entry that begins at `start`, in a block or in a flow map.

    What follows the entry up to `end` is not read, so the slice may go on with whatever the file has there.

    Raises:
        NotYamlError: if no entry begins there, or it is no YAML.
    """
    base = line_start(text, start)
    if text[base:start].strip(" ") not in {"", "?"}:
        # Something else stands before it on its line: it is in a flow map (or in none).
        base = start - 1
        read = events("{" + text[start:end], base)
    else:
        read = events(text[base:end], base)
    event = _skip_to_content(read)
    if type(event) is not MappingStartEvent:
        raise NotYamlError("expected a key and a value", start)
    key = _node(read, read(), text, base)
    return key, _node(read, read(), text, base)


def _skip_to_content(read: NextEvent) -> Event:
    """The first event of the first document's node, or the stream's end."""
    read()
    event = read()
    return read() if type(event) is DocumentStartEvent else event


def _node(read: NextEvent, event: Event, text: str, base: int) -> Node:
    """The node that begins with an event. Without recursion: no text is nested too deeply for it."""
    open_events: list[Event] = []
    children: list[list[Node]] = [[]]
    while True:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            open_events.append(event)
            children.append([])
        elif kind is ScalarEvent:
            children[-1].append(_scalar(event, text, base))
        elif kind is AliasEvent:
            start, end = event.start_mark.index + base, event.end_mark.index + base
            children[-1].append(Node("alias", start, end, "plain", event.anchor))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            inner = children.pop()
            children[-1].append(_collection(open_events.pop(), event, inner, base))
        else:
            raise NotYamlError("expected a value", _start(event, base))
        if not open_events:
            return children[0][0]
        event = read()


def _start(event: Event, base: int) -> int:
    return int(event.start_mark.index) + base


def _scalar(event: Event, text: str, base: int) -> Node:
    start, end = event.start_mark.index + base, event.end_mark.index + base
    style = _STYLES[event.style]
    if style in {"literal", "folded"}:
        # libyaml ends it where the next line with content begins; only with + do blank lines belong to it.
        own = text[start:end]
        keeps = "+" in own.partition("\n")[0].partition("#")[0]
        end = start + len(own if keeps else own.rstrip())
    elif start == end:
        # In a flow map libyaml sees an unwritten null where the next token begins.
        start = end = base + 1 + len(text[base + 1 : end].rstrip())
    return Node("scalar", start, end, style, event.value, anchor=event.anchor or "")


def _collection(first: Event, last: Event, inner: list[Node], base: int) -> Node:
    start = first.start_mark.index + base
    end = last.end_mark.index + base if first.flow_style or not inner else inner[-1].end
    style: Style = "flow" if first.flow_style else "block"
    anchor = first.anchor or ""
    if type(first) is SequenceStartEvent:
        return Node("list", start, end, style, items=tuple(inner), anchor=anchor)
    return Node(
        "map", start, end, style, entries=tuple(zip(inner[::2], inner[1::2], strict=True)), anchor=anchor
    )
