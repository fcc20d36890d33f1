"""The days of files written into the plan, and told where the files have become others since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.locales import _
from transition_planner.plan.finding import Finding
from transition_planner.planfile.datefiles.reading import Unusable, file_bytes, spans
from transition_planner.planfile.datefiles.resolving import file_entries
from transition_planner.planfile.edits import SetPlanField

if TYPE_CHECKING:
    from transition_planner.plan.calendar import FrozenSpan
    from transition_planner.plan.finding import KeyPath
    from transition_planner.planfile.datefiles.resolving import FileEntry
    from transition_planner.planfile.document import Document
    from transition_planner.planfile.edits import Edit
    from transition_planner.planfile.edits.layout import Value


@dataclass(frozen=True, slots=True)
class Freezing:
    """An entry that names a file, with the days that the file has now."""

    at: KeyPath
    """The way to the entry."""
    file: str
    spans: tuple[FrozenSpan, ...]

    @property
    def calendar(self) -> str:
        """The calendar that it belongs to."""
        return str(self.at[1])

    @property
    def edit(self) -> Edit:
        """What writes the days into the plan."""
        return SetPlanField((*self.at, "frozen"), [_fields(each) for each in self.spans])


def freezing(document: Document) -> tuple[Freezing, ...]:
    """All entries of a plan that name files.

    Raises:
        Unusable: if a file cannot be used.
    """
    return tuple(
        Freezing(entry.at, entry.file, days_now(document, entry)) for entry in file_entries(document.plan)
    )


def days_now(document: Document, entry: FileEntry) -> tuple[FrozenSpan, ...]:
    """The days that an entry's file has now.

    Raises:
        Unusable: if the file cannot be used.
    """
    if document.path is None:
        raise Unusable(
            Finding("TP006", _("{name} lies in no folder: the plan is not a file").format(name=entry.file))
        )
    data = file_bytes(document.path.parent, entry.file)
    return spans(data, entry.file, document.plan, closures=entry.closures)


def _fields(span: FrozenSpan) -> Value:
    told = {"on": span.on, "from": span.from_, "to": span.to}
    fields: dict[str, Value] = {key: day.isoformat() for key, day in told.items() if day is not None}
    if isinstance(span.why, str):
        fields["why"] = span.why
    return fields
