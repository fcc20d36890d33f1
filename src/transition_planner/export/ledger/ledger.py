"""The ledger of a plan, and its form as a file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from transition_planner.export.ics.kind import Kind
from transition_planner.export.ledger.entry import Content, Entry
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FORMAT = 1
NAME = "calendar.ledger.json"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The entries by item: `event:choose-model`, `window:board:2027-02-09`."""

    entries: Mapping[str, Entry] = field(default_factory=dict)
    plan: UUID | None = None
    """The id of the plan that was sent; None where nothing was."""

    @property
    def changed(self) -> datetime | None:
        """When the newest change was; None where nothing was ever sent."""
        return max((entry.changed for entry in self.entries.values()), default=None)

    def encoded(self) -> bytes:
        """The file: one entry a line, sorted by item, so that git shows and merges what has changed."""
        lines = [
            f"{json.dumps(item)}: {json.dumps(_data(entry), ensure_ascii=False)}"
            for item, entry in sorted(self.entries.items())
        ]
        inside = ",\n".join(lines)
        return f'{{"format": {FORMAT}, "plan": {json.dumps(str(self.plan))}, "entries": {{\n{inside}\n}}}}\n'.encode()


class LedgerFileError(Exception):
    """The file is no ledger; the message says what to do."""


def ledger_path(plan: Path) -> Path:
    """The ledger's file, beside the plan's."""
    return plan.with_name(NAME)


def read_ledger(path: Path, plan: UUID) -> Ledger:
    """The ledger of a plan's file; an empty one where there is none.

    Raises:
        LedgerFileError: if it cannot be read as one, or is another plan's.
    """
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return Ledger()
    try:
        ledger = _decoded(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LedgerFileError(
            _(
                "{file} cannot be read as a ledger: take its last good form from version control. If there is none, "
                "delete it: calendars then take every date for changed, and renamed tasks for new ones."
            ).format(file=path)
        ) from error
    if ledger.plan != plan:
        raise LedgerFileError(
            _(
                "{file} is the ledger of another plan, {other}: put it back beside that one. This plan begins its own."
            ).format(file=path, other=ledger.plan)
        )
    return ledger


def _decoded(data: dict[str, Any]) -> Ledger:
    if data["format"] != FORMAT:
        raise ValueError(data["format"])
    return Ledger({item: _entry(each) for item, each in data["entries"].items()}, UUID(data["plan"]))


def _data(entry: Entry) -> dict[str, Any]:
    content = entry.content
    return {
        "uid": str(entry.uid),
        "sequence": entry.sequence,
        "changed": entry.changed.strftime("%Y-%m-%dT%H:%M:%SZ"),
        **({"cancelled": True} if entry.cancelled else {}),
        "kind": content.kind.value,
        "first": content.first.isoformat(),
        "last": content.last.isoformat(),
        "titles": dict(content.titles),
        "sides": list(content.sides),
        "digest": content.digest,
    }


def _entry(data: dict[str, Any]) -> Entry:
    return Entry(
        uid=UUID(data["uid"]),
        sequence=int(data["sequence"]),
        changed=datetime.strptime(data["changed"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
        content=Content(
            kind=Kind(data["kind"]),
            first=date.fromisoformat(data["first"]),
            last=date.fromisoformat(data["last"]),
            titles={str(key): str(title) for key, title in data["titles"].items()},
            sides=tuple(map(str, data["sides"])),
            digest=str(data["digest"]),
        ),
        cancelled=bool(data.get("cancelled", False)),
    )
