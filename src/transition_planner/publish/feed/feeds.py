"""The feeds of one revision of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.export.ics.selection import Selection
from transition_planner.plan.organisations import organisations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ledger.ledger import Ledger
    from transition_planner.locales import Language
    from transition_planner.plan.plan import Plan
    from transition_planner.schedule.schedule import Schedule

WHOLE = "whole-plan"
"""The name of the feed with all dates; the others are named after their organisation."""


@dataclass(frozen=True)
class Feed:
    """One calendar, ready to be sent."""

    data: bytes
    modified: datetime
    """When the newest of its plan's changes was, in UTC."""

    @cached_property
    def etag(self) -> str:
        """What tells these bytes from all others, in quotes."""
        return f'"{sha256(self.data).hexdigest()}"'


def feed_names(plan: Plan) -> tuple[str, ...]:
    """The names of a plan's feeds."""
    return tuple(dict.fromkeys((WHOLE, *organisations(plan))))


def feeds(schedule: Schedule, ledger: Ledger, language: Language, laws: Laws = NO_LAWS) -> Mapping[str, Feed]:
    """The feeds by name: pure, the same schedule and ledger give the same bytes.

    Args:
        schedule: The dates.
        ledger: Advanced to the schedule.
        language: Of the texts.
        laws: Those that bind its tasks.
    """
    from transition_planner.export.ics.calendar import calendar  # noqa: PLC0415  # icalendar: 60 ms at import

    modified = ledger.changed or datetime(1970, 1, 1, tzinfo=UTC)
    return {
        name: Feed(
            calendar(
                schedule,
                Selection(organisations=frozenset() if name == WHOLE else frozenset({name})),
                language,
                ledger,
                laws,
            ),
            modified,
        )
        for name in feed_names(schedule.plan)
    }
