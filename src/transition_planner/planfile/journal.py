"""Unsaved edits kept beside the file, so that a killed program loses none.

The journal of `plan.yaml` is `.plan.yaml.journal`, one JSON value a line: first the text that the edits began with and
the digest of the file it came from, then the splices of each edit. Nothing waits for the disk: a kill of the program
loses nothing, a power cut perhaps the last edits.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from transition_planner.planfile.document import BOM, digest_of
from transition_planner.planfile.splice import Splice, spliced

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from transition_planner.planfile.document import Document

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a sitting that was cut short left unsaved."""

    text: str
    """The plan's text with its edits."""
    file_changed: bool
    """Whether the file is another one since, or gone: saving the text would undo that."""


class Journal:
    """The journal of a plan's file while it is edited; nothing is written before the first edit."""

    def __init__(self, plan: Path) -> None:
        """Of the plan's file."""
        self._plan = plan
        self._path = _journal(plan)
        self._begun = False

    def record(self, before: Document, splices: Sequence[Splice]) -> None:
        """Note what an edit, an undo or a redo did to a document's text. An edit of a plan of 2 MB: 0.1 ms.

        Raises:
            OSError: if the system refuses.
        """
        line = _line([[splice.start, splice.removed, splice.inserted] for splice in splices])
        if self._begun:
            with self._path.open("ab") as file:
                file.write(line)
            return
        first = _line({"journal": _FORMAT, "file": before.digest.hex(), "text": before.text})
        self._path.unlink(missing_ok=True)
        mode = self._plan.stat().st_mode & 0o777 if self._plan.exists() else 0o600
        # Exclusive: in a folder of many, nobody can lead the text elsewhere by a link of that name.
        with os.fdopen(os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(first + line)
        self._begun = True

    def discard(self) -> None:
        """Delete it: the edits are saved, or nobody wants them.

        Raises:
            OSError: if the system refuses.
        """
        self._begun = False
        self._path.unlink(missing_ok=True)


def recover(plan: Path) -> Recovered | None:
    """What the journal of a plan's file holds; None where there is none, or the file says the same.

    A last line that a kill cut short is ignored.

    Raises:
        OSError: if the journal or the file cannot be read.
    """
    try:
        lines = _journal(plan).read_bytes().split(b"\n")[:-1]
    except FileNotFoundError:
        return None
    try:
        first = json.loads(lines[0])
        text, file = str(first["text"]), bytes.fromhex(first["file"])
    except (IndexError, KeyError, TypeError, ValueError):
        return None
    try:
        for line in lines[1:]:
            text = spliced(text, [Splice(*each) for each in json.loads(line)])
    except (TypeError, ValueError):
        pass  # what came before the damage counts
    there = plan.read_bytes() if plan.exists() else b""
    if there in (text.encode(), (BOM + text).encode()):
        return None
    return Recovered(text, file_changed=digest_of(there) != file)


def set_aside(plan: Path) -> Path:
    """Give the journal of a plan's file, which could not be taken up, a name that no later sitting writes to.

    Raises:
        OSError: if the system refuses.
    """
    path = _journal(plan)
    names = (path.with_name(f"{path.name}.{number}") for number in count(1))
    return path.rename(next(name for name in names if not name.exists()))


def _journal(plan: Path) -> Path:
    return plan.with_name(f".{plan.name}.journal")


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
