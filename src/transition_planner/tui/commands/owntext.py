"""A piece of the plan's text to be edited by itself, and put back: a task's own lines, or the whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from transition_planner.planfile.document import entry_span
from transition_planner.planfile.loading import parse
from transition_planner.planfile.places import line_number, line_start

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document


@dataclass(frozen=True, slots=True)
class OwnText:
    """Lines of a document, moved to the left edge where all of them can be."""

    document: Document
    start: int
    """Where they begin in the document's text."""
    end: int
    column: int
    """By how much they were moved."""

    @classmethod
    def of_task(cls, document: Document, task: str) -> OwnText:
        """The lines of a task or phase with all inside it.

        Raises:
            KeyError: if there is none.
        """
        key, end = entry_span(document, task)
        start = line_start(document.text, key)
        if document.text[start:key].strip(" ") or not document.text[:end].endswith(("\n", "\r")):
            return cls(document, 0, len(document.text), 0)  # its lines are shared with others
        column = key - start
        lines = document.text[start:end].splitlines()
        movable = all(line[:column].isspace() for line in lines if line.strip())
        return cls(document, start, end, column if movable else 0)

    @classmethod
    def of_plan(cls, document: Document) -> OwnText:
        """All lines."""
        return cls(document, 0, len(document.text), 0)

    @property
    def text(self) -> str:
        """The lines."""
        lines = self.document.text[self.start : self.end].splitlines(keepends=True)
        return "".join(line[self.column :] if line.strip() else line.lstrip(" ") for line in lines)

    @property
    def first_line(self) -> int:
        """The number of the first of them in the file, from 1."""
        return line_number(self.document.text, self.start)

    def put_back(self, text: str) -> Document:
        """The document with other lines in their place; with their line ends, and one at the end.

        Raises:
            PlanFileError: if it is no plan then.
        """
        newline = "\r\n" if "\r\n" in self.document.text else "\n"
        indent = " " * self.column
        lines = [indent + line if line.strip() else line for line in text.splitlines()]
        new = "".join(f"{line}{newline}" for line in lines)
        if self.end == len(self.document.text) and not self.document.text.endswith(("\n", "\r")):
            new = new.removesuffix(newline)
        whole = self.document.text[: self.start] + new + self.document.text[self.end :]
        folder = None if self.document.path is None else self.document.path.parent
        read = parse(whole, name=self.document.name, register_text=self.document.register_text, folder=folder)
        return replace(read, path=self.document.path, digest=self.document.digest, bom=self.document.bom)
