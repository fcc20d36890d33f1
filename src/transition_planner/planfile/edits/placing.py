"""Entries of tasks put into a plan's text, and taken out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import entry_nodes, own_end
from transition_planner.planfile.edits.applied import Touched
from transition_planner.planfile.edits.checking import FIELDS, fields_of, phases_of, way_into
from transition_planner.planfile.edits.layout import Layout
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.stretch import Stretch, meaning
from transition_planner.planfile.edits.tree import tasks_in
from transition_planner.planfile.edits.writing import behind, fill, in_flow, insert, last_span, put, remove
from transition_planner.planfile.nodes import compose_entry
from transition_planner.planfile.places import line_start
from transition_planner.planfile.splice import Splice
from transition_planner.planfile.starts import starts_in

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.writing import Render
    from transition_planner.planfile.starts import Starts

_BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_COMMENTS = re.compile(r"(?: *#[^\r\n]*(?:\r\n|\n|\r))* *")


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry goes in or came out."""

    splice: Splice
    touched: tuple[Touched, ...]
    """The entries beside it, or its phase where that becomes or ceases to be one."""
    entry: int = 0
    """Where the entry's text, comments above it first, begins in the new text."""


def put_in(document: Document, phase: str | None, behind_task: str | None, render: Render) -> Place:
    """An entry put into a phase, or (None) at the top, behind another task or (None) first.

    Raises:
        EditRefused: if there is no such phase, or no such task in it.
    """
    siblings = list(tasks_in(document.plan, way_into(document, phase)))
    if behind_task is not None and behind_task not in siblings:
        phases_of(document, behind_task)
        raise EditRefused(
            _("{task} does not stand in {phase}.").format(task=behind_task, phase=phase)
            if phase
            else _("{task} does not stand at the top of the plan.").format(task=behind_task)
        )
    rendered = ""

    def remembered(column: int | None) -> str:
        nonlocal rendered
        rendered = render(column)
        return rendered

    if siblings:
        splice = _beside(document, siblings, behind_task, remembered)
        touched = tuple(_same(document, each) for each in _neighbours(siblings, behind_task))
    else:
        splice, touched = _first_in(document, phase, remembered)
    return Place(splice, touched, splice.start + splice.inserted.rindex(rendered))


def taken_out(document: Document, task: str) -> Place:
    """An entry taken out, with the comments directly above it; its phase ceases to be one with the last.

    Raises:
        EditRefused: if there is no such task.
    """
    phases = phases_of(document, task)
    phase = phases[-1] if phases else None
    siblings = list(tasks_in(document.plan, phases))
    if len(siblings) == 1:
        stretch = Stretch(document, phase)
        said = meaning(stretch.before)
        if phase is None:
            put(stretch, (), "tasks", {})
        else:
            remove(stretch, (), "tasks")
            del said["tasks"]
        return Place(stretch.splices()[0], (Touched(phase, stretch.before, said),))
    index = siblings.index(task)
    beside = [*siblings[max(0, index - 1) : index], *siblings[index + 1 : index + 2]]
    start, end = _span(document, siblings, index)
    touched = tuple(_same(document, each) for each in beside)
    return Place(Splice(start, document.text[start:end], ""), touched)


def entry_start(text: str, key: int) -> int:
    """Where an entry begins that stands in lines of its own: comments directly above in its column are its own."""
    line = line_start(text, key)
    comment = text[line:key] + "#"
    while line:
        above = _line_above(text, line)
        if not text.startswith(comment, above):
            break
        line = above
    return line


def starts_with(document: Document, place: Place, text: str, phase: str | None) -> Starts:
    """Where the tasks stand in the new text, in which an entry was put into a phase."""
    splice = place.splice
    comments = _COMMENTS.match(text, place.entry)
    key = comments.end() if comments else place.entry
    new = starts_in(*compose_entry(text, key, splice.end + splice.growth), phase)
    return document.starts.replaced(splice, tuple(new))


def _beside(document: Document, siblings: list[str], behind_task: str | None, render: Render) -> Splice:
    """An entry in a map of tasks that has some."""
    text = document.text
    key, value = entry_nodes(document, behind_task or siblings[0])
    end = behind((key, value))
    if in_flow(text, end):
        if behind_task is None:
            return Splice(key.start, "", f"{render(None)}, ")
        return Splice(end, "", f", {render(None)}")
    newline = Layout.of(document, text).newline
    column = key.start - line_start(text, key.start)
    line = " " * column + render(column)
    apart = any(_blank_above(document, each) for each in _neighbours(siblings, behind_task))
    blank = newline if apart else ""
    if behind_task is None:
        return Splice(entry_start(text, key.start), "", f"{line}{newline}{blank}")
    at = own_end(text, key.start, end)
    if text[at - 1] in "\r\n":
        return Splice(at, "", f"{blank}{line}{newline}")
    return Splice(at, "", f"{newline}{blank}{line}")


def _first_in(document: Document, phase: str | None, render: Render) -> tuple[Splice, tuple[Touched, ...]]:
    """The first entry of a map of tasks, or of a task that becomes a phase."""
    stretch = Stretch(document, phase)
    said = meaning(stretch.before) if phase is None else fields_of(stretch, phase)

    def tasks(column: int | None) -> str:
        if column is None:
            return f"tasks: {{{render(None)}}}"
        inner = column + stretch.layout.step
        return f"tasks:{stretch.layout.newline}{' ' * inner}{render(inner)}"

    if "tasks" in said:
        fill(stretch, ("tasks",), render)
    else:
        insert(stretch, (), "tasks", tasks, tuple(FIELDS))
    return stretch.splices()[0], (Touched(phase, stretch.before, {**said, "tasks": {}}),)


def _span(document: Document, siblings: list[str], index: int) -> tuple[int, int]:
    """What goes with an entry that is not alone: its lines, or its comma."""
    text = document.text
    task = siblings[index]
    entry = entry_nodes(document, task)
    start, end = entry[0].start, behind(entry)
    if not in_flow(text, end):
        first, last = entry_start(text, start), own_end(text, start, end)
        if (below := _BLANK_LINE.match(text, last)) and _blank_above(document, task):
            first = _line_above(text, first)  # of two blank lines that would meet, one goes
        elif below and index == 0:
            last = below.end()  # nothing is above to be set apart from
        return first, last
    if index + 1 < len(siblings):
        return start, document.starts.offset(siblings[index + 1])
    before = behind(entry_nodes(document, siblings[index - 1]))
    return last_span(text, before, start, end)


def _neighbours(siblings: list[str], behind_task: str | None) -> list[str]:
    """The tasks on both sides of the place behind another."""
    index = 0 if behind_task is None else siblings.index(behind_task) + 1
    return siblings[max(0, index - 1) : index + 1]


def _same(document: Document, task: str) -> Touched:
    before = Stretch(document, task).before
    return Touched(task, before, meaning(before))


def _blank_above(document: Document, task: str) -> bool:
    text = document.text
    line = entry_start(text, document.starts.offset(task))
    return line > 0 and not text[_line_above(text, line) : line].strip()


def _line_above(text: str, line: int) -> int:
    """Where the line above begins."""
    return line_start(text, line - (2 if text.endswith("\r\n", 0, line) else 1))
