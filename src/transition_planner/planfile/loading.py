"""Reading a plan: file → text → data → validated plan, or all that is wrong with it at once."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from transition_planner.locales import _
from transition_planner.plan.finding import Finding
from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Register
from transition_planner.planfile.document import BOM, Document, register_name
from transition_planner.planfile.locate import Places
from transition_planner.planfile.messages import wrong_values
from transition_planner.planfile.partial import without
from transition_planner.planfile.reader import read
from transition_planner.planfile.references import References
from transition_planner.planfile.starts import Starts
from transition_planner.planfile.suggestions import Suggestions
from transition_planner.planfile.syntax import forbidden_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from transition_planner.plan.entry import Entry
    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.reader import Raw

PLAN_FILE = "plan.yaml"
LARGEST = 20_000_000
"""Bytes of the largest file that is read: some 100,000 tasks."""
DIGEST_SIZE = 32


class PlanFileError(Exception):
    """A plan that cannot be used."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("; ".join(finding.message for finding in findings[:3]))
        self.findings = findings
        """Everything found, in file order, with places."""


def load(path: Path) -> Document:
    """Read a plan: its folder, or the plan file itself, with the register it names.

    Raises:
        PlanFileError: if it cannot be read or is wrong.
    """
    file = path / PLAN_FILE if path.is_dir() else path
    text = _read_file(file, str(file))
    return replace(parse(text, name=str(file), folder=file.parent), path=file)


def parse(
    text: str, *, name: str = PLAN_FILE, register_text: str | None = None, folder: Path | None = None
) -> Document:
    """Read a plan's text; `name` is the file's in findings.

    The register's text is `register_text`, else read from `folder`; without both the register stays unread, and what
    refers to it unchecked.

    Raises:
        PlanFileError: if it is wrong.
    """
    digest = blake2b(text.encode("utf-8", "surrogateescape"), digest_size=DIGEST_SIZE).digest()
    bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    with _collector_paused():
        reading = _Reading(text, name, Plan)
        findings = reading.findings
        plan = reading.entry
        register = None
        if plan is not None:
            if register_text is None and folder is not None and plan.register_ is not None:
                register_text, refused = _read_register(folder, plan.register_, reading.places)
                findings += refused
            register = _register(register_text, plan, name, findings)
            findings += _references(reading, plan, register)
    if findings or plan is None or reading.raw is None:
        raise PlanFileError(tuple(sorted(findings, key=_file_order)))
    return Document(
        None,
        name,
        text,
        plan,
        register.entry if register else None,
        register_text,
        digest,
        Starts.of_rows(reading.raw.rows),
        bom,
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the cyclic garbage collector: it would walk a plan's growing data again and again (10,000 tasks: 1.3 s)."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class _Reading[E]:
    """One text read and validated as far as possible."""
