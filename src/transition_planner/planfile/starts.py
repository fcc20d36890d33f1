"""Where each task's key stands in the text, in a form that is cheap to shift after a splice.

Everything else about positions is found on demand by reading one task's entry again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from transition_planner.planfile.nodes import Node
    from transition_planner.planfile.splice import Splice

Start = tuple[str, int, str | None]
"""A task's id, the offset of its key, and the phase it stands in (None at the top)."""


@dataclass(frozen=True, slots=True)
class Starts:
    """The tasks and phases of a text in file order; all sequences have one entry a task."""

    ids: tuple[str, ...]
    offsets: tuple[int, ...]
    """Of their keys, in code points, ascending."""
    phases: Mapping[str, str | None]
    """The phase each task stands in; None at the top."""
    rows: Mapping[str, int]
    """The place of each id in `ids`."""

    def __repr__(self) -> str:
        return f"Starts({len(self.ids)} tasks)"

    @classmethod
    def of(cls, starts: Sequence[Start]) -> Starts:
        """From tasks in file order."""
        return cls(
            tuple(id_ for id_, _, _ in starts),
            tuple(offset for _, offset, _ in starts),
            {id_: phase for id_, _, phase in starts},
            {id_: row for row, (id_, _, _) in enumerate(starts)},
        )

    @classmethod
    def of_rows(cls, rows: Sequence[tuple[str, int, int]]) -> Starts:
        """From tasks in file order, each with the row of its phase instead of the phase's id; -1 is the top."""
        return cls.of([(id_, offset, rows[phase][0] if phase >= 0 else None) for id_, offset, phase in rows])

    def offset(self, id_: str) -> int:
        """Where a task's key begins.

        Raises:
            KeyError: if there is no such task.
        """
        return self.offsets[self.rows[id_]]

    def shifted(self, splices: Sequence[Splice]) -> Starts:
        """After splices that neither made nor removed a task.

        A key that begins where nothing is removed moves with what is inserted; one that begins inside a removed span
        keeps its distance to the span's beginning. 10,000 tasks: 0.4 ms.
        """
        if not any(splice.growth for splice in splices):
            return self
        offsets: list[int] = []
        done = growth = 0
        for splice in splices:
            until = bisect_left(self.offsets, splice.end, done)
            offsets += [offset + growth for offset in self.offsets[done:until]]
            done, growth = until, growth + splice.growth
        offsets += [offset + growth for offset in self.offsets[done:]]
        return replace(self, offsets=tuple(offsets))

    def replaced(self, splice: Splice, new: Sequence[Start] = ()) -> Starts:
        """After a splice with which all tasks that began in the removed span gave way to `new`.

        The offsets of `new` are those in the new text. 10,000 tasks: 2 ms.
        """
        first = bisect_left(self.offsets, splice.start)
        last = bisect_left(self.offsets, splice.end) if splice.removed else first
        ids = (*self.ids[:first], *(id_ for id_, _, _ in new), *self.ids[last:])
        moved = [offset + splice.growth for offset in self.offsets[last:]]
        gone = frozenset(self.ids[first:last])
        phases = (
            {id_: phase for id_, phase in self.phases.items() if id_ not in gone} if gone else {**self.phases}
        )
        phases.update((id_, phase) for id_, _, phase in new)
        return Starts(
            ids,
            (*self.offsets[:first], *(offset for _, offset, _ in new), *moved),
            phases,
            dict(zip(ids, range(len(ids)), strict=True)),
        )

    def renamed(self, id_: str, to: str) -> Starts:
        """With another id for a task; the offsets stay (see `shifted`)."""
        return Starts.of(
            [
                (to if each == id_ else each, offset, to if self.phases[each] == id_ else self.phases[each])
                for each, offset in zip(self.ids, self.offsets, strict=True)
            ]
        )

    def behind(self, id_: str) -> int | None:
        """Where the key of the next task begins that is not inside this one; None at the end."""
        row = self.rows[id_]
        inside = {id_}
        for later in range(row + 1, len(self.ids)):
            if self.phases[self.ids[later]] not in inside:
                return self.offsets[later]
            inside.add(self.ids[later])
        return None


def starts_in(key: Node, value: Node, phase: str | None) -> Iterator[Start]:
    """The task whose entry has this key and value, then the tasks inside it, in file order."""
    yield key.value, key.start, phase
    for name, tasks in value.entries:
        if name.value == "tasks":
            for inner_key, inner_value in tasks.entries:
                yield from starts_in(inner_key, inner_value, key.value)
