"""A plan together with the text it was read from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePath
from typing import TYPE_CHECKING

from transition_planner.planfile.nodes import compose_entry
from transition_planner.planfile.places import line_start

if TYPE_CHECKING:
    from pathlib import Path

    from transition_planner.plan.finding import KeyPath
    from transition_planner.plan.plan import Plan
    from transition_planner.plan.register import Register
    from transition_planner.planfile.datefiles.resolving import ReadFile
    from transition_planner.planfile.nodes import Node
    from transition_planner.planfile.starts import Starts

BOM = "\ufeff"

_LINE_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")
_COMMENT_LINE = re.compile(r"(?:[ \t]*(?:\r\n|\n|\r))*( *)#[^\r\n]*(?:\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Document:
    """A plan, its text, and where its tasks stand in it."""

    path: Path | None
    """The plan's file; None in memory."""
    name: str
    """The file's name as findings show it."""
    text: str = field(repr=False)
    """The file exactly as it was decoded, line ends included; only a byte order mark is kept apart."""
    plan: Plan
    register: Register | None = field(repr=False)
    register_text: str | None = field(repr=False)
    """The register's file, where the plan names one."""
    digest: bytes = field(repr=False)
    """Of the plan file's bytes as read (see `digest_of`)."""
    starts: Starts = field(repr=False)
    """Where the tasks' keys stand in `text`."""
    bom: bool = False
    """Whether the file begins with a byte order mark."""
    read_file: ReadFile | None = field(default=None, repr=False, compare=False)
    """Reads what lies beside an earlier state of the plan; None where that lies beside `path`."""

    @property
    def register_name(self) -> str | None:
        """The register's file as findings show it."""
        if self.plan.register_ is None:
            return None
        return register_name(self.name, self.plan.register_)

    def encoded(self) -> bytes:
        """The file's bytes: of an unchanged document exactly those that were read."""
        return ((BOM if self.bom else "") + self.text).encode()


def digest_of(data: bytes) -> bytes:
    """What tells a file's bytes from all others: 32 bytes of BLAKE2b."""
    return blake2b(data, digest_size=32).digest()


def register_name(plan_name: str, register: str) -> str:
    """The register's file beside the plan's, as findings show both."""
    return str(PurePath(plan_name).parent / register)


def key_path(document: Document, task: str) -> KeyPath:
    """The way to a task or phase from the plan's top.

    Raises:
        KeyError: if there is no such task.
    """
    phases = document.starts.phases
    ids = [task]
    while (phase := phases[ids[-1]]) is not None:
        ids.append(phase)
    return tuple(key for id_ in reversed(ids) for key in ("tasks", id_))


def entry_nodes(document: Document, task: str) -> tuple[Node, Node]:
    """The key and the value of a task's entry.

    Raises:
        KeyError: if there is no such task.
    """
    starts = document.starts
    return compose_entry(document.text, starts.offset(task), starts.behind(task))


def entry_span(document: Document, task: str) -> tuple[int, int]:
    """The slice of a task's whole entry: from its key's first character to behind its last own line.

    In a block map its own are the rest of its last line, line end included, and comments below that are
    indented deeper than its key; blank lines and other comments belong to what follows. In a flow map it ends
    with the value.

    Raises:
        KeyError: if there is no such task.
    """
    key, value = entry_nodes(document, task)
    return key.start, own_end(document.text, key.start, max(key.end, value.end))


def own_end(text: str, start: int, end: int) -> int:
    """Where the slice of something that stands in its own lines ends (see `entry_span`); `end` is behind its value."""
    if text[end - 1] not in "\r\n":  # a block scalar with + takes in the end of its last line
        rest = _LINE_REST.match(text, end)
        if rest is None:
            return end
        end = rest.end()
    column = start - line_start(text, start)
    while (comment := _COMMENT_LINE.match(text, end)) and len(comment[1]) > column:
        end = comment.end()
    return end
