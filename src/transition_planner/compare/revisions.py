"""A plan as it was at a revision, with its register."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from transition_planner.git.filehistory import changes
from transition_planner.git.repository import HistoryError, Repository
from transition_planner.locales import _
from transition_planner.planfile.loading import PlanFileError, parse

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.planfile.document import Document


class NoPlanError(HistoryError):
    """A revision that has no plan of the file, or none that can be read."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A plan at a revision."""

    name: str
    """As it was asked for: `v1`, `2027-06-18`; "" for the file as it is now."""
    commit: str | None
    """The commit's id; None for the file as it is now."""
    document: Document

    @property
    def label(self) -> str:
        """What people call it: its name, with the commit where the name is another."""
        if self.commit is None:
            return _("the file now")
        short = self.commit[:10]
        return self.name if self.commit.startswith(self.name) else f"{self.name} ({short})"


def plan_at(file: Path, revision: str) -> Revision:
    """The plan of a file as it was at a revision, a tag or a date, also where the file was called otherwise.

    Raises:
        NoPlanError: if there is no plan of this file that can be read there.
        HistoryError: if there is no git, repository or revision.
    """
    repository = Repository.around(file)
    commit = repository.commit(revision)
    path, blob = _found(repository, commit, repository.path(file), revision)
    name = f"{revision}:{path}"
    text = _text(repository.blobs([blob])[0], name)
    there = partial(_beside, repository, commit, path)
    try:
        document = parse(text, name=name, read_file=there)
        register = document.plan.register_
        told = None if register is None else there(register)
        if register is not None and told is not None:
            document = parse(text, name=name, register_text=_text(told, register), read_file=there)
    except PlanFileError as error:
        raise NoPlanError(
            _("The plan cannot be read as it was at {revision}: {first}").format(
                revision=revision, first=_first(error)
            )
        ) from error
    return Revision(revision, commit, document)


def _found(repository: Repository, commit: str, path: str, revision: str) -> tuple[str, str]:
    """The path and the content's id of a file in a commit, by the latest name under which it is there."""
    blob = repository.blob_id(commit, path)
    if blob is not None:
        return path, blob
    names = dict.fromkeys(change.path for change in changes(repository, path))
    for name in names:
        blob = repository.blob_id(commit, name)
        if blob is not None:
            return name, blob
    raise NoPlanError(
        _("{file} was not yet there at {revision}, under no name it has had since.").format(
            file=path, revision=revision
        )
    )


def _beside(repository: Repository, commit: str, path: str, name: str) -> bytes | None:
    """What a file beside the plan held in a commit; None where it was not there."""
    blob = repository.blob_id(commit, str(PurePosixPath(path).parent / name))
    return None if blob is None else repository.blobs([blob])[0]


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoPlanError(_("{file} is not written in UTF-8 there.").format(file=name)) from error


def _first(error: PlanFileError) -> str:
    finding = error.findings[0]
    return f"{finding.place}: {finding.message}" if finding.place else finding.message
