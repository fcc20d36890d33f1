"""Git asked by its plumbing: objects are read from its store, and nothing is ever checked out."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Sequence


class HistoryError(Exception):
    """What git cannot tell; the message is a sentence for the person who asked."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository around a folder."""

    top: Path
    """The top of the work tree: git takes paths from where it is asked."""
    prefix: str
    """The folder as seen from the top: "" or "plans/demo/"."""

    @classmethod
    def around(cls, file: Path) -> Repository:
        """The repository that a file lies in.

        Raises:
            HistoryError: if there is no git, or no repository.
        """
        folder = file.resolve().parent
        found = _git(folder, ("rev-parse", "--show-toplevel", "--show-prefix"))
        if found.returncode == 0:
            top, prefix = os.fsdecode(found.stdout).removesuffix("\n").split("\n")
            return cls(Path(top), prefix)
        if b"not a git repository" in found.stderr:
            raise HistoryError(
                _("{folder} is not in a git repository, so there are no earlier revisions.").format(
                    folder=folder
                )
            )
        if b"must be run in a work tree" in found.stderr:
            raise HistoryError(
                _("{folder} is in a bare repository, in which no file is at work: clone it first.").format(
                    folder=folder
                )
            )
        if b"safe.directory" in found.stderr:
            raise HistoryError(
                _(
                    "{folder} belongs to somebody else, and git does not read it. If you trust it: {command}"
                ).format(folder=folder, command=os.fsdecode(found.stderr).strip().splitlines()[-1].strip())
            )
        raise HistoryError(_refusal(found))

    @property
    def is_shallow(self) -> bool:
        """Whether it holds only the newest commits."""
        return self.read("rev-parse", "--is-shallow-repository").strip() == b"true"

    def path(self, file: Path) -> str:
        """A file of the folder as seen from the top of the tree."""
        return self.prefix + file.resolve().name

    def read(self, *arguments: str, data: bytes | None = None) -> bytes:
        """What a git command prints.

        Raises:
            HistoryError: with git's own words if it fails.
        """
        done = _git(self.top, arguments, data)
        if done.returncode:
            raise HistoryError(_refusal(done))
        return done.stdout

    def commit(self, revision: str) -> str:
        """The commit that a revision, a tag or a date names; a date the last commit of that day or before.

        Raises:
            HistoryError: if it names none.
        """
        commit = self._resolved(revision)
        if not commit and _is_day(revision):
            self.require_commits()
            until = f"--before={revision}T23:59:59"
            commit = self.read("rev-list", "--max-count=1", "--first-parent", until, "HEAD").decode().strip()
        if commit:
            return commit
        self.require_commits()
        raise HistoryError(self._unknown(revision))

    def blobs(self, ids: Sequence[str]) -> list[bytes]:
        """The contents of objects by their ids, read by one process.

        Raises:
            HistoryError: if one of them is not in the store.
        """
        answer = self.read("cat-file", "--batch", data="".join(f"{each}\n" for each in ids).encode())
        contents, at = [], 0
        for each in ids:
            end = answer.index(b"\n", at)
            if answer[at:end].endswith(b" missing"):
                raise HistoryError(_("git has no object {id}: fetch it first.").format(id=each))
            size = int(answer[at:end].rpartition(b" ")[2])
            contents.append(answer[end + 1 : end + 1 + size])
            at = end + size + 2
        return contents

    def blob_id(self, commit: str, path: str) -> str | None:
        """The id of a file's content in a commit; None where the commit has no such file."""
        listed = self.read("ls-tree", "-z", "--full-tree", commit, "--", path).decode(
            "utf-8", "surrogateescape"
        )
        fields = listed.partition("\t")[0].split()
        return fields[2] if fields[1:2] == ["blob"] else None

    def _resolved(self, revision: str) -> str:
        if not revision or "\0" in revision:
            return ""
        arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        found = _git(self.top, arguments).stdout.decode().split()
        return (
            found[0] if len(found) == 1 and found[0].isalnum() else ""
        )  # v1..v2 gives two, ^v1 what is without it

    def require_commits(self) -> None:
        """Make sure that there is something to read.

        Raises:
            HistoryError: if nothing was committed yet.
        """
        if not self._resolved("HEAD"):
            raise HistoryError(_("The repository has no commit yet: commit the plan first."))

    def _unknown(self, revision: str) -> str:
        if self.is_shallow:
            return _(
                "This shallow clone has no revision {revision}: it holds only the newest commits. Fetch the others "
                "with: git fetch --unshallow --tags"
            ).format(revision=revision)
        if _is_day(revision):
            return _("There is no commit on or before {revision}.").format(revision=revision)
        return _(
            "There is no revision {revision}: name a commit, a branch, a tag, or a date as in 2027-06-18."
        ).format(revision=revision)


def _is_day(revision: str) -> bool:
    with suppress(ValueError):
        return date.fromisoformat(revision).isoformat() == revision
    return False


def _git(
    folder: Path, arguments: Sequence[str], data: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise HistoryError(_("There is no git on this computer: revisions are read with it."))
    return subprocess.run(  # noqa: S603  # no shell, and what people type comes behind --end-of-options or --
        (program, "-C", str(folder), "--literal-pathspecs", "--no-optional-locks", *arguments),
        input=data,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        check=False,
        env=os.environ | {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
    )


def _refusal(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines() or [str(done.returncode)]
    return _("git refused: {reason}").format(reason=lines[0].removeprefix("fatal: "))
