"""Unsaved edits kept beside the file, so that a killed program loses none.

Each sitting with `plan.yaml` that has unsaved edits has a journal of its own, `.plan.yaml.1a2b3c4d.journal`, which it
holds while it runs: two sittings with one plan never write into one journal, and none takes that of the other for what
a killed one left. It has one JSON value a line: first who writes it, the text that the edits began with and the digest
of the file that came from, then the splices of each edit. Nothing waits for the disk: a kill of the program loses
nothing, a power cut perhaps the last edits.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from io import FileIO
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from transition_planner.planfile.document import BOM, digest_of
from transition_planner.planfile.holding import hold, is_held
from transition_planner.planfile.splice import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from transition_planner.planfile.document import Document

_FORMAT = 2
_RANDOM = r"[0-9a-f]{8}"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a sitting has left unsaved, or still has."""

    journal: Path
    base: str
    """The text that its edits began with."""
    text: str
    """The plan's text with its edits."""
    file_changed: bool
    """Whether the file is another one since, or gone: saving the text would undo that."""
    process: int
    """Of the sitting."""
    host: str
    """The computer that it was on."""
    time: float
    """When it wrote last, in seconds since 1970."""
    held: bool
    """Whether it still runs."""


class Journal:
    """The journal of one sitting with a plan's file; nothing is written before the first edit."""

    def __init__(self, plan: Path) -> None:
        """Of the plan's file."""
        self._plan = plan
        self.path: Path | None = None
        """Its file, once there is one."""
        self._file: FileIO | None = None
        self._torn = False
        """Whether its last line is not whole."""

    @property
    def usable(self) -> bool:
        """Whether what is noted next follows what has been noted: it is begun, whole, and nobody has taken it away."""
        if self._file is None or self.path is None or self._torn:
            return False
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self._file.fileno()))
        except OSError:
            return False

    def record(self, before: Document, splices: Sequence[Splice]) -> None:
        """Note what an edit, an undo or a redo did to a document's text. An edit of a plan of 2 MB: 0.1 ms.

        Raises:
            OSError: if the system refuses.
        """
        if self._file is None or not self.usable:
            self.begin(before, splices)
            return
        self._torn = True
        _write(self._file, _splices(splices))
        self._torn = False

    def begin(self, before: Document, splices: Sequence[Splice]) -> None:
        """Note only this; what has been noted until now goes as soon as that stands.

        Raises:
            OSError: if the system refuses.
        """
        path = self._plan.with_name(f".{self._plan.name}.{token_hex(4)}.journal")
        mode = self._plan.stat().st_mode & 0o777 if self._plan.exists() else 0o600
        # Exclusive: in a folder of many, nobody can lead the text elsewhere by a link of that name.
        file = FileIO(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w")
        try:
            hold(file)
            _write(file, _first(before) + _splices(splices))
        except OSError:
            _drop(file, path)
            raise
        old = self._file, self.path
        self._file, self.path, self._torn = file, path, False
        _drop(*old)

    def let_go(self) -> None:
        """Leave it as it is, to be recovered: the sitting ends with edits that are not saved."""
        if self._file is not None:
            self._file.close()
        self._file = self.path = None

    def discard(self) -> None:
        """Delete it: the edits are saved, or nobody wants them.

        Raises:
            OSError: if the system refuses.
        """
        old = self._file, self.path
        self._file = self.path = None
        _drop(*old)


def recover(plan: Path) -> list[Recovered]:
    """What the journals of a plan's file hold, the oldest first; of those that say the same as the file nothing.

    A last line that a kill cut short is ignored.

    Raises:
        OSError: if a journal or the file cannot be read.
    """
    there = plan.read_bytes() if plan.exists() else b""
    found = [each for path in _journals(plan) if (each := _read(path, there)) is not None]
    return sorted(found, key=lambda each: each.time)


def set_aside(journal: Path) -> Path:
    """Give a journal that could not be taken up a name that is none of a journal's.

    Raises:
        OSError: if the system refuses.
    """
    names = (journal.with_name(f"{journal.name}.{number}") for number in count(1))
    return journal.rename(next(name for name in names if not name.exists()))


def _journals(plan: Path) -> list[Path]:
    """The journals of a plan's file that this person may read; one without random digits is by an earlier version."""
    name = re.compile(rf"\.{re.escape(plan.name)}(\.{_RANDOM})?\.journal")
    folder = plan.parent
    paths = [each for each in folder.iterdir() if name.fullmatch(each.name)] if folder.is_dir() else []
    return [each for each in paths if os.access(each, os.R_OK)]


def _read(path: Path, there: bytes) -> Recovered | None:
    """What a journal holds that the file does not say; what has been saved needs it no more."""
    held = is_held(path)
    lines = path.read_bytes().split(b"\n")[:-1]
    try:
        first = json.loads(lines[0])
        base, file = str(first["text"]), bytes.fromhex(first["file"])
        process, host = int(first.get("process", 0)), str(first.get("host", ""))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return None
    text = base
    try:
        for line in lines[1:]:
            text = spliced(text, [Splice(*each) for each in json.loads(line)])
    except (TypeError, ValueError):
        pass  # what came before the damage counts
    if there not in (text.encode(), (BOM + text).encode()):
        return Recovered(
            path, base, text, digest_of(there) != file, process, host, path.stat().st_mtime, held
        )
    if not held:
        with suppress(OSError):
            path.unlink()
    return None


def _first(before: Document) -> bytes:
    from platform import node  # noqa: PLC0415  # 3 ms that only a first edit may cost

    return _line(
        {
            "journal": _FORMAT,
            "process": os.getpid(),
            "host": node(),
            "file": before.digest.hex(),
            "text": before.text,
        }
    )


def _splices(splices: Sequence[Splice]) -> bytes:
    return _line([[splice.start, splice.removed, splice.inserted] for splice in splices])


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _write(file: FileIO, data: bytes) -> None:
    """Write all of it: a disk that is nearly full takes a part, and refuses only what comes then."""
    while data:
        data = data[file.write(data) or 0 :]


def _drop(file: FileIO | None, path: Path | None) -> None:
    if file is not None:
        file.close()
    if path is not None:
        path.unlink(missing_ok=True)
