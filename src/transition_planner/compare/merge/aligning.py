"""Before a merge: tasks that one side renamed or moved get the new id and place on the other side, too."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from transition_planner.compare.entries import entries
from transition_planner.compare.merge.clash import REMOVED, Clash
from transition_planner.compare.renames import renames
from transition_planner.planfile.edits import AddTask, EditRefused, MoveTask, RenameTask, apply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.compare.entries import Entries
    from transition_planner.planfile.document import Document


@dataclass(slots=True)
class Alignment:
    """Three states of a plan on their way to the same ids and phases for the same tasks.

    Where both sides gave a task an id or a place of its own, ours stands.
    """

    base: Document
    ours: Document
    theirs: Document
    clashes: list[Clash] = field(default_factory=list)
    """What both sides did differently."""
    kept: set[str] = field(default_factory=set)
    """Ids of tasks that are to stay: one side removed them, the other renamed or moved them."""

    def align(self) -> None:
        """Go all the way.

        Raises:
            EditRefused: if an edit of one side can be made on the other in no way.
        """
        self._part_new_tasks()
        self._share_ids()
        self._share_places()

    def _part_new_tasks(self) -> None:
        """Give another id to a task of theirs that is new by name only: ours gave it to another task."""
        before, own, other = (entries(each.plan) for each in (self.base, self.ours, self.theirs))
        own_origins, other_origins = _origins(before, own), _origins(before, other)
        for id_ in other:
            if id_ in before or id_ not in own:
                continue
            origin = own_origins.get(id_)
            both_added = origin is None and own[id_].phase == other[id_].phase
            if origin != other_origins.get(id_) or not (origin or both_added):
                new = _free(id_, before, own, other)
                self.theirs = apply(self.theirs, RenameTask(id_, new)).document
                self.clashes.append(Clash((id_,), id_, f"is now {new}", of_task=True))

    def _share_ids(self) -> None:
        own = renames(entries(self.base.plan), entries(self.ours.plan))
        there = entries(self.theirs.plan)
        for old, new in own.items():
            self.base = apply(self.base, RenameTask(old, new)).document
            if old in there:
                self.theirs = apply(self.theirs, RenameTask(old, new)).document
            else:
                self.kept.add(new)
        here = entries(self.ours.plan)
        for old, new in renames(entries(self.base.plan), entries(self.theirs.plan)).items():
            if old in own.values():  # both gave it a new one
                self.theirs = apply(self.theirs, RenameTask(new, old)).document
                self.clashes.append(Clash((old,), old, new, of_task=True))
                continue
            self.base = apply(self.base, RenameTask(old, new)).document
            if old in here:
                self.ours = apply(self.ours, RenameTask(old, new)).document
            else:
                self.kept.add(new)

    def _share_places(self) -> None:
        before, own, other = (entries(each.plan) for each in (self.base, self.ours, self.theirs))
        for id_, (was, _task) in before.items():
            mine = own[id_].phase if id_ in own else was
            yours = other[id_].phase if id_ in other else was
            if mine == was == yours:
                continue
            if mine != was and yours not in {was, mine}:
                self.clashes.append(
                    Clash((id_,), f"in {mine or 'tasks'}", f"in {yours or 'tasks'}", of_task=True)
                )
            places, there = (own, other) if mine != was else (other, own)
            for phase in _above(id_, places):
                if phase in before and phase not in there:
                    moved = f"{id_} moved into it"
                    sides = (moved, REMOVED) if places is own else (REMOVED, moved)
                    self.clashes.append(Clash((phase,), *sides, of_task=True))
            if id_ not in own or id_ not in other:
                self.kept.add(id_)
            try:
                self._move(id_, places)
            except EditRefused:
                self._move(id_, there if id_ in there else before)
                self.clashes.append(
                    Clash((id_,), f"in {mine or 'tasks'}", f"in {yours or 'tasks'}", of_task=True)
                )

    def _move(self, id_: str, places: Entries) -> None:
        """Put a task everywhere into the phase where one of the three has it."""
        self.base, self.ours, self.theirs = (
            _moved(each, id_, places) for each in (self.base, self.ours, self.theirs)
        )


def _origins(before: Entries, after: Entries) -> dict[str, str]:
    """The earlier id of each renamed task."""
    return {new: old for old, new in renames(before, after).items()}


def _free(id_: str, *taken: Entries) -> str:
    """The id with the first number behind it that makes it another one."""
    return next(new for number in count(2) if all((new := f"{id_}-{number}") not in each for each in taken))


def _above(id_: str, places: Entries) -> Iterator[str]:
    """The phases around a task, the innermost first."""
    while (phase := places[id_].phase) is not None:
        yield phase
        id_ = phase


def _moved(document: Document, id_: str, places: Entries) -> Document:
    """The document with a task in the phase where it is in these places, and that phase made where it is missing."""
    here = entries(document.plan)
    phase = places[id_].phase
    if id_ not in here or here[id_].phase == phase:
        return document
    document = _with_phase(document, phase, places)
    here = entries(document.plan)
    siblings = [each for each, entry in places.items() if entry.phase == phase]
    earlier = siblings[: siblings.index(id_)]
    behind = next((each for each in reversed(earlier) if each in here and here[each].phase == phase), None)
    return apply(document, MoveTask(id_, phase, behind)).document


def _with_phase(document: Document, phase: str | None, places: Entries) -> Document:
    here = entries(document.plan)
    if phase is None or phase in here:
        return document
    above = places[phase].phase
    document = _with_phase(document, above, places)
    last = [each for each, entry in entries(document.plan).items() if entry.phase == above]
    return apply(document, AddTask(phase, {}, above, last[-1] if last else None)).document
