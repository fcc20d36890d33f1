"""How a plan's own text is laid out, and how new entries are written to go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.planfile.places import line_start
from transition_planner.planfile.quoting import block_literal, written

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document

Value = str | int | float | bool | list["Value"] | dict[str, "Value"] | None
"""What an edit writes: a string, a number, a truth, or a list or map of these; None takes away."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's line ends and indentation."""

    newline: str
    step: int
    """How many columns an inner map stands further in."""
    closed: bool
    """Whether the last line of the text has an end."""

    @classmethod
    def of(cls, document: Document, text: str) -> Layout:
        """The line ends of a piece of the document's text, and the indentation of its first task."""
        end = text.find("\n")
        newline = "\n" if end >= 0 or "\r" not in text else "\r"
        if end > 0 and text[end - 1] == "\r":
            newline = "\r\n"
        step = 2
        if document.starts.offsets:
            offset = document.starts.offsets[0]
            margin = document.text[line_start(document.text, offset) : offset]
            step = step if margin.strip(" ") else len(margin) or step
        return cls(newline, step, document.text.endswith(("\n", "\r")))

    def value(self, value: Value, column: int | None, like: str = "") -> tuple[str, str]:
        """A value as it stands behind a key in that column of a block map, or (None) in a flow map.

        The second text is the lines below the key's, line break first: those of a text of several lines, or of a list
        of maps, in a block map. `like` is the source of the value it replaces: its kind of quotes is kept.
        """
        if column is not None and in_lines(value):
            return self._lines_below(value, column + self.step)
        literal = None
        # A literal block keeps its last line's end only where the file has one.
        if isinstance(value, str) and column is not None and (self.closed or not value.endswith("\n")):
            literal = block_literal(value, column + self.step)
        if literal is None:
            return written(value, flow=column is None, like=like), ""
        head, _, body = literal.partition("\n")
        return head, self.newline + body.replace("\n", self.newline)

    def below(self, value: Value, column: int) -> str:
        """A value that takes lines (see `in_lines`), its first line without the margin of the column it begins in."""
        margin = self.newline + " " * column
        if isinstance(value, dict):
            return margin.join(self.entry(key, each, column) for key, each in value.items())
        items = value if isinstance(value, list) else []
        return margin.join(f"- {written(each, flow=False)}" for each in items)

    def _lines_below(self, value: Value, column: int) -> tuple[str, str]:
        return "", f"{self.newline}{' ' * column}{self.below(value, column)}"

    def entry(self, key: str, value: Value, column: int | None) -> str:
        """A key and its value, the key in that column of a block map, or (None) in a flow map."""
        head, body = self.value(value, column)
        return f"{written(key, flow=column is None)}:{head and f' {head}'}{body}"

    def task(self, id_: str, fields: dict[str, Value], column: int | None) -> str:
        """A task's entry (see `entry`): in a block map one line a field."""
        if column is None or not fields:
            return self.entry(id_, fields, column)
        inner = column + self.step
        lines = [self.entry(key, value, inner) for key, value in fields.items()]
        margin = self.newline + " " * inner
        return f"{written(id_, flow=False)}:{margin}{margin.join(lines)}"


def in_lines(value: Value) -> bool:
    """Whether a value is written over several lines where it may: a list of maps, or a map that holds one."""
    if isinstance(value, dict):
        return any(map(in_lines, value.values()))
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)
