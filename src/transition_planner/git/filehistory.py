"""The commits that changed a file, through its renames."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transition_planner.git.repository import Repository

_FIELDS = "%x01%H%x00%cI%x00%an%x00%s"
_NO_OBJECT = "0" * 40


@dataclass(frozen=True, slots=True)
class Change:
    """A commit that changed the file."""

    commit: str
    when: datetime
    """The committer's date, with its zone."""
    author: str
    subject: str
    path: str
    """The file's path in that commit, from the top of the tree."""
    blob: str | None
    """The id of its content there; None where it was deleted."""

    @property
    def short(self) -> str:
        """The commit's first ten digits."""
        return self.commit[:10]


def changes(repository: Repository, path: str, revision: str = "HEAD") -> tuple[Change, ...]:
    """The commits on the first-parent line of a revision that changed a file, the newest first.

    A merge is one commit, with what it brought to that line.

    Raises:
        HistoryError: if there is no commit yet, or git fails.
    """
    repository.require_commits()
    listed = repository.read(
        "log",
        "--first-parent",
        "--diff-merges=first-parent",
        "--follow",
        "--raw",
        "--no-abbrev",
        "-z",
        f"--format={_FIELDS}",
        "--end-of-options",
        revision,
        "--",
        path,
    ).decode("utf-8", "surrogateescape")
    return tuple(_change(each) for each in listed.split("\x01")[1:])


def _change(record: str) -> Change:
    """One commit of `git log --raw -z`: its fields, then `:modes old new status`, and one path or (renamed) two."""
    commit, when, author, subject, *raw = record.strip("\0").split("\0")
    modes = raw[0].lstrip("\n").split()
    blob = modes[3]
    date = datetime.fromisoformat(when)
    return Change(commit, date, author, subject, raw[-1], None if blob == _NO_OBJECT else blob)
