"""Where a value stands: found on demand by reading only the task's entry, or the section, that it lies in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from transition_planner.planfile.events import NotYamlError
from transition_planner.planfile.nodes import compose, compose_entry
from transition_planner.planfile.places import place_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from transition_planner.plan.finding import KeyPath, Place
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.nodes import Node

_FIRST_STRETCH = 4096
_LINE_START = r"(?:\A|(?<=[\r\n]))"
_COLON = re.compile(r"[ \t]*:(?!\S)")
_FIRST = re.compile(rf"{_LINE_START}(?![ \t]*(?:#|\r|\n|\Z))(?!---|%)[ \t]*")
"""The first line with content."""


def locate(document: Document, at: KeyPath, *, key: bool = False, register: bool = False) -> Place:
    """The place of a value, or of its key where `key` is set, the value is not written or runs over several lines.

    Where the way leads to nothing, it is the place of the nearest thing on the way that exists.
    """
    if register:
        return Places(document.register_text or "", document.register_name or "").at(at, key=key)
    starts = document.starts

    def offset(chain: tuple[str, ...]) -> int | None:
        phase = chain[-2] if len(chain) > 1 else None
        known = starts.phases.get(chain[-1], "") == phase and chain[-1] in starts.rows
        return starts.offset(chain[-1]) if known else None

    return Places(document.text, document.name, offset).at(at, key=key)


class Places:
    """Places in one text, found by key paths.

    `task_offset` gives the offset of a task's key by the ids of its phases and its own, None where there is no such
    task; without it a text has no tasks.
    """

    def __init__(
        self, text: str, name: str, task_offset: Callable[[tuple[str, ...]], int | None] | None = None
    ) -> None:
        self.text = text
        self.name = name
        self._task_offset = task_offset
        self._last: tuple[int, tuple[Node, Node]] | None = None
        """The entry read last, with its offset: what is wrong with one is often wrong many times."""

    def at(self, path: KeyPath, *, key: bool = False) -> Place:
        """The place at the end of a way, see `locate`."""
        start, end = self._span(path, key=key)
        return place_at(self.text, self.name, start, end - start)

    def _span(self, path: KeyPath, *, key: bool) -> tuple[int, int]:
        start, known = self._nearest_task(path)
        if start is None and path:
            start, known = self._section(str(path[0])), 1
        if start is None:
            return self._in_whole_text(path, key=key)
        name = str(path[known - 1])
        is_task = known > 1
        if (is_task and known == len(path)) or (not is_task and name == "tasks"):
            return start, self._key_end(start, name)
        try:
            key_node, value = self._entry(start)
        except NotYamlError:
            return start, self._key_end(start, name)
        return _descend(key_node, value, path[known:], key=key)

    def _nearest_task(self, path: KeyPath) -> tuple[int | None, int]:
        """The offset of the innermost task's key on the way, and how many keys lead to it."""
        offset: int | None = None
        chain: tuple[str, ...] = ()
        known = 0
        while self._task_offset and len(path) > known + 1 and path[known] == "tasks":
            chain = (*chain, str(path[known + 1]))
            found = self._task_offset(chain)
            if found is None:
                break
            offset, known = found, known + 2
        return offset, known

    def _entry(self, start: int) -> tuple[Node, Node]:
        """The entry at an offset.

        Raises:
            NotYamlError: if the text there is no YAML.
        """
        if self._last is None or self._last[0] != start:
            self._last = start, self._read_entry(start)
        return self._last[1]

    def _read_entry(self, start: int) -> tuple[Node, Node]:
        """The entry at an offset, from a stretch of text that grows until the entry ends before it does.

        To hand the parser all the rest of a text of 3 MB would take 2 ms.
        """
        text = self.text
        size = _FIRST_STRETCH
        while start + size < len(text):
            try:
                key_node, value = compose_entry(text, start, start + size)
            except NotYamlError:
                pass
            else:
                if text[value.end : start + size].strip():
                    return key_node, value
            size *= 8
        return compose_entry(text, start)

    def _section(self, name: str) -> int | None:
        """The offset of a key at the top."""
        found = (self._key_at_margin(written) for written in (name, f'"{name}"', f"'{name}'"))
        return min((offset for offset in found if offset is not None), default=None)

    def _key_at_margin(self, written: str) -> int | None:
        """The offset of a key as it is written. To look by `find` takes a hundredth of a pattern for it."""
        text = self.text
        offset = text.find(written)
        while offset >= 0:
            if text[offset - 1 : offset] in {"", "\r", "\n"} and _COLON.match(text, offset + len(written)):
                return offset
            offset = text.find(written, offset + 1)
        return None

    def _key_end(self, start: int, name: str) -> int:
        quotes = 2 if self.text[start : start + 1] in {'"', "'"} else 0
        return start + len(name) + quotes

    def _in_whole_text(self, path: KeyPath, *, key: bool) -> tuple[int, int]:
        """The rare way: a plan in one flow map, or indented as a whole; also the place of the whole plan."""
        first = _FIRST.search(self.text)
        start = first.end() if first else 0
        at_margin = first is None or first.start() == start
        if path and (not at_margin or self.text.startswith("{", start)):
            try:
                return _descend(None, compose(self.text), path, key=key)
            except NotYamlError:
                pass
        return start, start + 1


def _descend(key_node: Node | None, node: Node, path: KeyPath, *, key: bool) -> tuple[int, int]:
    """The span of what a way leads to from a node, whose own key is `key_node`."""
    found = True
    for step in path:
        if node.kind == "map" and (entry := node.get(str(step))):
            key_node, node = entry
        elif node.kind == "list" and isinstance(step, int) and step < len(node.items):
            key_node, node = None, node.items[step]
        else:
            found = False
            break
    if key_node is not None and (key or not found or node.start == node.end or node.style in _LONG):
        node = key_node
    return node.start, node.end


_LONG = {"block", "literal", "folded"}
"""Styles of values that begin on a line of their own: their key shows better where they are."""
