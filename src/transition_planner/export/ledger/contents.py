"""What people see of each date of a schedule, in all languages."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from transition_planner.export.ics.caldays import calendar_days
from transition_planner.export.ics.component import progress_told
from transition_planner.export.ics.laws import NO_LAWS
from transition_planner.export.ics.occasion import occasions
from transition_planner.export.ics.relations import links, relations
from transition_planner.export.ledger.entry import Content
from transition_planner.locales import LANGUAGES, speaking

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

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
    uids = {each.row: each.uid for each, *_others in told.values() if each.row is not None}
    return {item: _content(schedule, each, uids) for item, each in told.items()}


def _content(schedule: Schedule, told: list[Occasion], uids: Mapping[int, UUID]) -> Content:
    """One date as told in each language; `uids` are those of the dates by row, to which its links lead."""
    one = told[0]
    seen = [
        one.kind.value,
        one.first.isoformat(),
        one.last.isoformat(),
        [each.title for each in told],
        [each.description for each in told],
        list(one.sides),
        [] if one.row is None else _of_task(schedule, one.row, uids),
    ]
    return Content(
        kind=one.kind,
        first=one.first,
        last=one.last,
        titles={language: each.title for language, each in zip(LANGUAGES, told, strict=True)},
        sides=one.sides,
        digest=sha256(json.dumps(seen).encode()).hexdigest()[:32],
    )


def _of_task(schedule: Schedule, row: int, uids: Mapping[int, UUID]) -> list[list[str]]:
    """What entries tell of a task beside its dates and texts: progress, and links in both directions."""
    return [
        [str(each) for each in progress_told(schedule.outline.tasks[row])],
        list(links(schedule, row)),
        sorted(f"{uid} {parameters}" for uid, parameters in relations(schedule, row, uids)),
    ]
