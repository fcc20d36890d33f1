"""Move a task to another place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import entry_nodes, own_end
from transition_planner.planfile.edits.applied import Applied, Touched, applied, refuse_shared
from transition_planner.planfile.edits.checking import phases_of, way_into
from transition_planner.planfile.edits.placing import (
    entry_start,
    put_in,
    starts_with,
    taken_out,
)
from transition_planner.planfile.edits.refusal import EditRefused
from transition_planner.planfile.edits.remove_task import ids_of
from transition_planner.planfile.edits.stretch import Stretch, meaning
from transition_planner.planfile.edits.tree import inserted, tasks_in, with_tasks, without
from transition_planner.planfile.edits.validity import check_task
from transition_planner.planfile.edits.writing import behind, in_flow
from transition_planner.planfile.places import line_start
from transition_planner.planfile.quoting import written
from transition_planner.planfile.splice import combined, spliced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits.writing import Render
    from transition_planner.planfile.nodes import Node

_LINE = re.compile(r"(?:^|(?<=[\r\n]))(?=[^\r\n])")
_MARGIN = re.compile(r"(?:^|(?<=[\r\n])) +")
_COMMENT = re.compile(r"(?:^|\s)#")


@dataclass(frozen=True, slots=True)
class MoveTask:
    """Move a task, with all inside it and the comments directly above it, to another phase or another place there.

    A phase that loses its last task is a phase no more; a task that gets its first becomes one.
    """

    task: str
    phase: str | None
    """Where to; None is the top."""
    behind: str | None
    """The task there that comes before it; None makes it the first."""

    @property
    def label(self) -> str:
        """What it does, for the person who undoes it."""
        return _("move {task}").format(task=self.task)

    def applied_to(self, document: Document) -> Applied:
        """The document with the task at its new place.

        Raises:
            EditRefused: if that cannot be.
        """
        old, new = phases_of(document, self.task), way_into(document, self.phase)
        task = tasks_in(document.plan, old)[self.task]
        moved = tuple(ids_of(self.task, task))
        self._check(document, moved, [phase for phase in new if phase not in old])
        siblings = list(tasks_in(document.plan, old))
        index = siblings.index(self.task)
        if old == new and self.behind in (self.task, siblings[index - 1] if index else None):
            return Applied(document, ())
        place = taken_out(document, self.task)
        between = applied(
            document,
            [place.splice],
            with_tasks(document.plan, old, lambda tasks: without(tasks, self.task)),
            place.touched,
            document.starts.replaced(place.splice),
        ).document
        spot = put_in(between, self.phase, self.behind, _render(document, self.task))
        before = Stretch(document, self.task).before
        result = applied(
            between,
            [spot.splice],
            with_tasks(between.plan, new, lambda tasks: inserted(tasks, self.task, task, self.behind)),
            [*spot.touched, Touched(self.task, before, meaning(before))],
            starts_with(between, spot, spliced(between.text, [spot.splice]), self.phase),
        ).document
        refuse_shared(result.text, entry_nodes(document, self.task)[1], None)
        for id_ in (*moved, *new):  # a model may override links, too
            check_task(result, id_)
        return Applied(result, combined(document.text, [place.splice], [spot.splice], result.text))

    def _check(self, document: Document, moved: Collection[str], entered: Collection[str]) -> None:
        """Refuse a place inside the task itself or in a phase it is linked to, and a task with an alias.

        Raises:
            EditRefused: in any of these cases.
        """
        if self.task in entered:
            raise EditRefused(_("{task} cannot be moved into itself.").format(task=self.task))
        if any(node.kind == "alias" for node in _inside(entry_nodes(document, self.task)[1])):
            raise EditRefused(
                _("{task} holds an alias, which must stay below its anchor: move it in the file.").format(
                    task=self.task
                )
            )
        for id_ in (*moved, *entered):
            others = entered if id_ in moved else moved
            for link in tasks_in(document.plan, phases_of(document, id_))[id_].after:
                if link.task in others:
                    raise EditRefused(
                        _(
                            "{task} cannot stand in {phase}, because {successor} follows {predecessor}."
                        ).format(task=self.task, phase=self.phase, successor=id_, predecessor=link.task)
                    )


def _inside(node: Node) -> Iterator[Node]:
    """A node, and all keys and values in it."""
    yield node
    for each in (*(part for entry in node.entries for part in entry), *node.items):
        yield from _inside(each)


def _render(document: Document, task: str) -> Render:
    """The entry's own text at another place."""
    text = document.text
    key, value = entry_nodes(document, task)
    end = behind((key, value))
    from_flow = in_flow(text, end)
    column = 0 if from_flow else key.start - line_start(text, key.start)
    start = key.start if from_flow else entry_start(text, key.start)
    source = text[start : end if from_flow else own_end(text, key.start, end)]
    source = source.removesuffix("\n").removesuffix("\r")

    def render(new_column: int | None) -> str:
        if new_column is not None:
            return _indented(source, new_column - column).removeprefix(" " * new_column)
        if from_flow:
            return source
        if _COMMENT.search(source):
            raise EditRefused(
                _(
                    "{task} has comments, and there is no room for them inside braces: move it in the file."
                ).format(task=task)
            )
        return f"{written(key.value, flow=True)}: {written(meaning(value), flow=True)}"

    return render


def _indented(source: str, by: int) -> str:
    """Lines moved to the right, or left as far as they have room."""
    if by > 0:
        return _LINE.sub(" " * by, source)
    return _MARGIN.sub(lambda match: match[0][min(-by, len(match[0])) :], source)
