"""What people see of each date of a schedule, in all languages."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from transition_planner.export.ics.caldays import calendar_days
from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ledger.entry import Content
from transition_planner.locales import LANGUAGES, speaking

if TYPE_CHECKING:
    from transition_planner.export.ics.laws import Laws
    from transition_planner.export.ics.occasion import Occasion
    from transition_planner.schedule.schedule import Schedule


def contents(schedule: Schedule, laws: Laws = NO_LAWS) -> dict[str, Content]:
    """The contents of all dates by item, of whatever kind: what a calendar leaves out is no change of the plan."""
    told: dict[str, list[Occasion]] = {}
    for language in LANGUAGES:
        with speaking(language):
            for occasion in (*occasions(schedule, laws), *calendar_days(schedule)):
                told.setdefault(occasion.item, []).append(occasion)
    return {item: _content(schedule, each) for item, each in told.items()}


def _content(schedule: Schedule, told: list[Occasion]) -> Content:
    """One date as told in each language."""
    one = told[0]
    task = None if one.row is None else schedule.outline.tasks[one.row]
    seen = [
        one.kind.value,
        one.first.isoformat(),
        one.last.isoformat(),
        [each.title for each in told],
        [each.description for each in told],
        list(one.sides),
        [] if task is None else [str(each) for each in (task.done, task.started, task.finished)],
        [] if task is None else [str(link) for link in task.after],
    ]
    return Content(
        kind=one.kind,
        first=one.first,
        last=one.last,
        titles={language: each.title for language, each in zip(LANGUAGES, told, strict=True)},
        sides=one.sides,
        digest=sha256(json.dumps(seen).encode()).hexdigest()[:32],
    )
