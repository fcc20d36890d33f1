"""A document written to its file: whole or not at all, and never over what somebody else wrote there."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.planfile.document import digest_of

if TYPE_CHECKING:
    from transition_planner.planfile.document import Document


class SaveFailed(Exception):  # noqa: N818  # the sentence says what failed
    """The file could not be written; it is as it was. The message is a sentence for the person who saved."""


class ChangedOnDisk(Exception):  # noqa: N818  # a fact about the file, to be answered with a choice
    """The file is not as it was when the document was read or last saved; nothing was written."""

    def __init__(self, path: Path, *, gone: bool) -> None:
        super().__init__(
            (
                _("{file} has been deleted since it was read.")
                if gone
                else _("{file} has been changed by another program since it was read.")
            ).format(file=path)
        )
        self.path = path
        self.gone = gone
        """Whether there is no file any more."""


def save(document: Document, *, even_if_changed: bool = False) -> Document:
    """Write the document to its file; gives the document as it stands there now.

    The text goes to a new file beside the old one, which it then replaces, with the mode of the old one. A symbolic
    link stays one: the file it leads to is replaced.

    Args:
        document: one with a path.
        even_if_changed: whether to write over what another program wrote.

    Raises:
        ChangedOnDisk: if the file is not as the document knows it.
        SaveFailed: if the system refuses.
    """
    if document.path is None:
        raise SaveFailed(_("The plan has no file yet: choose one."))
    path = Path(os.path.realpath(document.path))
    return _write(document, path, check=not even_if_changed)


def save_as(document: Document, path: Path) -> Document:
    """Write the document to another file, over what is there; gives the document of that file.

    Raises:
        SaveFailed: if the system refuses.
    """
    document = replace(document, path=path, name=str(path))
    return _write(document, Path(os.path.realpath(path)), check=False)


def _write(document: Document, path: Path, *, check: bool) -> Document:
    data = document.encoded()
    temporary = path.with_name(f".{path.name}.{token_hex(4)}.tmp")
    try:
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, _("the file is write-protected"))
        try:
            _write_new(temporary, data, path)
            if check:
                _check_unchanged(document, path)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise SaveFailed(
            _("{file} could not be written: {reason}.").format(
                file=document.path, reason=error.strerror or str(error)
            )
        ) from error
    return replace(document, digest=digest_of(data))


def _check_unchanged(document: Document, path: Path) -> None:
    try:
        there = path.read_bytes()
    except FileNotFoundError:
        raise ChangedOnDisk(path, gone=True) from None
    if digest_of(there) != document.digest:
        raise ChangedOnDisk(path, gone=False)


def _write_new(temporary: Path, data: bytes, like: Path) -> None:
    """Write a new file down to the disk, with the mode of another where that exists."""
    with temporary.open("xb") as file:
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(like.stat().st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
