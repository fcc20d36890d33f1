"""`export ics`: dates for the calendar program that everybody already uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.export.format import Choice, Format
from transition_planner.export.ics.kind import Kind
from transition_planner.locales import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.locales import Language
    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


def _write(
    schedule: Schedule, _document: Document, language: Language, chosen: Mapping[str, tuple[str, ...]]
) -> bytes:
    from transition_planner.export.ics.calendar import calendar  # noqa: PLC0415  # icalendar: 60 ms at import

    return calendar(schedule, frozenset(map(Kind, chosen["kinds"])), language)


FORMAT = Format(
    name="ics",
    suffix=".ics",
    summary=lambda: _("milestones, deadlines and decisions for calendar programs (iCalendar)"),
    writer=_write,
    choices=(Choice("kinds", tuple(Kind), lambda: _("which dates to export")),),
)
