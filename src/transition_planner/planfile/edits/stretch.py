"""The stretch of the text an edit works on: one task's entry, or the plan around its tasks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transition_planner.planfile.edits.layout import Layout
from transition_planner.planfile.nodes import compose, compose_entry
from transition_planner.planfile.places import line_start
from transition_planner.planfile.splice import Splice

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.nodes import Node
    from transition_planner.planfile.starts import Starts


@dataclass(frozen=True, slots=True)
class Alias:
    """What an alias means as long as nobody looks up its anchor."""

    name: str


def meaning(node: Node) -> Any:
    """What a node says, as dicts, lists and scalars, with an `Alias` for each alias."""
    if node.kind == "map":
        return {key.value: meaning(value) for key, value in node.entries}
    if node.kind == "list":
        return [meaning(item) for item in node.items]
    return Alias(node.value) if node.kind == "alias" else node.data()


def has_alias(said: Any) -> bool:
    """Whether a `meaning` is not known to the end."""
    inner = [*said.values()] if isinstance(said, dict) else said
    return any(map(has_alias, inner)) if isinstance(inner, list) else isinstance(inner, Alias)


class Stretch:
    """A copy of some lines in which an edit replaces spans one after another; all its offsets are its own.

    From a phase, and from the plan, all tasks but the last are cut out where they stand in lines of their own: so
    10,000 tasks cost no more than one, and an edit must keep to one side of the cut.
    """

    def __init__(self, document: Document, task: str | None) -> None:
        """Of a task's entry, or (None) of the whole plan.

        Raises:
            KeyError: if there is no such task.
            NotYamlError: if the text is no YAML.
        """
        text, starts = document.text, document.starts
        offset = 0 if task is None else starts.offset(task)
        behind = None if task is None else starts.behind(task)
        self._base = line_start(text, offset)
        self._key = None if task is None else offset - self._base
        first, last = _cut(text, starts, task, behind)
        self._gap = last - first
        self._original = text[self._base : first] + text[last:behind]
        self._hole = first - self._base
        self._kept_head = self._kept_tail = len(self._original)
        self._root: Node | None = None
        self.text = self._original
        """The lines as they stand by now."""
        self.layout = Layout.of(document, self.text)
        self.before = self.root
        """What its root was at first."""

    @property
    def root(self) -> Node:
        """The task's value, or the plan's map.

        Raises:
            NotYamlError: if the stretch is no YAML any more.
        """
        if self._root is None:
            self._root = compose(self.text) if self._key is None else self.entry[1]
        return self._root

    @property
    def entry(self) -> tuple[Node, Node]:
        """The key and the value of the task's entry; of a task's stretch only.

        Raises:
            NotYamlError: if the stretch is no YAML any more.
        """
        assert self._key is not None  # noqa: S101  # callers know what they made
        return compose_entry(self.text, self._key)

    def column(self, offset: int) -> int:
        """How many characters stand before an offset on its line."""
        return offset - line_start(self.text, offset)

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        ends = (self.text.find(character, offset) for character in "\r\n")
        return min((end for end in ends if end >= 0), default=len(self.text))

    def replace(self, start: int, end: int, inserted: str) -> None:
        """Put a text in place of a span."""
        self._kept_head = min(self._kept_head, start)
        self._kept_tail = min(self._kept_tail, len(self.text) - end)
        self.text = self.text[:start] + inserted + self.text[end:]
        self._root = None

    def opens_line(self, offset: int) -> bool:
        """Whether only indentation stands before an offset on its line."""
        return not self.text[line_start(self.text, offset) : offset].strip(" ")

    def splices(self) -> tuple[Splice, ...]:
        """What has been replaced, as one splice of the document's text; none where that is nothing."""
        head = self._kept_head
        removed = self._original[head : len(self._original) - self._kept_tail]
        inserted = self.text[head : len(self.text) - self._kept_tail]
        if removed == inserted:
            return ()
        behind_cut = head > self._hole
        return (Splice(self._base + head + (self._gap if behind_cut else 0), removed, inserted),)


def _cut(text: str, starts: Starts, task: str | None, behind: int | None) -> tuple[int, int]:
    """What is left out: from the line of the first task inside to that of the last; nothing at the end else."""
    row = -1 if task is None else starts.rows[task]
    last = (len(starts.ids) if behind is None else bisect_left(starts.offsets, behind)) - 1
    while last > row + 1 and starts.phases[starts.ids[last]] != task:
        last -= 1
    if last > row + 1:
        keys = starts.offsets[row + 1], starts.offsets[last]
        lines = line_start(text, keys[0]), line_start(text, keys[1])
        margins = text[lines[0] : keys[0]], text[lines[1] : keys[1]]
        if margins[0] == margins[1] and not margins[0].strip(" "):
            return lines
    end = len(text) if behind is None else behind
    return end, end
