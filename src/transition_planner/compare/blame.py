"""Which commits moved a task's dates, by how much, and by which edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.compare.choice import before
from transition_planner.compare.entries import entries
from transition_planner.compare.planchange import plan_change
from transition_planner.compare.renames import renames
from transition_planner.git.filehistory import changes
from transition_planner.git.repository import Repository
from transition_planner.planfile.datefiles.resolving import live_files
from transition_planner.planfile.loading import PlanFileError
from transition_planner.planfile.rereading import reread
from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from transition_planner.git.filehistory import Change
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule

    State = tuple[Document, Schedule]


@dataclass(frozen=True, slots=True)
class Blame:
    """A commit that moved a task."""

    change: Change
    before: date
    """The task's last day as the commit before had it."""
    after: date
    own: bool
    """Whether the commit changed the task itself."""
    others: tuple[str, ...]
    """The tasks on the way to it that the commit changed."""


def blame(file: Path, task: str, model: str | None) -> tuple[Blame, ...]:
    """The commits that moved the last day of a task, the oldest first; commits without dates are passed over.

    The history is gone back through, and a task that another id had before is followed to it.

    Raises:
        HistoryError: if git cannot tell the history.
    """
    repository = Repository.around(file)
    found = [each for each in changes(repository, repository.path(file)) if each.blob is not None]
    texts = repository.blobs([each.blob for each in found if each.blob is not None])
    moved: list[Blame] = []
    new: State | None = None
    by: Change | None = None
    for change, text in zip(found, texts, strict=True):
        try:
            document = reread(new[0] if new else None, text.decode("utf-8", "surrogateescape"))
            if live_files(document.plan) or (model is not None and model not in document.plan.models):
                continue
            old = document, schedule(document.plan, model, previous=new[1] if new else None)
        except (PlanFileError, CycleError, NoWorkingTime):
            continue
        if new is not None and by is not None:
            earlier = _earlier_id(old[0], new[0], task)
            moved += _moved(by, old, new, earlier, task)
            task = earlier
        new, by = old, change
    return tuple(reversed(moved))


def _earlier_id(old: Document, new: Document, task: str) -> str:
    """The id that a task of the newer state has in the older one; its own where it is not there at all."""
    was, is_ = entries(old.plan), entries(new.plan)
    if task in was or task not in is_:
        return task
    return next((before for before, after in renames(was, is_).items() if after == task), task)


def _moved(change: Change, old: State, new: State, earlier: str, task: str) -> list[Blame]:
    """The commit, where it moved the task; nothing otherwise."""
    was, is_ = old[1].outline.row.get(earlier), new[1].outline.row.get(task)
    if was is None or is_ is None or old[1].last_day(was) == new[1].last_day(is_):
        return []
    said = plan_change(old[0], new[0])
    way = {new[1].outline.ids[row] for row in before(new[1], is_)}
    changed = dict.fromkeys(str(each.at[0]) for each in said.fields) | dict.fromkeys(said.added)
    others = tuple(id_ for id_ in changed if id_ in way and id_ != task) + said.removed
    return [Blame(change, old[1].last_day(was), new[1].last_day(is_), task in changed, others)]
