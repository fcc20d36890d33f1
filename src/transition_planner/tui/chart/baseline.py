"""The plan as it once was, to see beside what it says now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from transition_planner.plan.plan import Plan

Days = tuple["date", "date"]
"""The first and the last day of a task."""


class Baseline:
    """A plan's dates, worked out for a model when they are first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[str | None, Mapping[str, Days]] = {}

    def days(self, model: str | None) -> Mapping[str, Days]:
        """The days of each task of a model, by its id; none where the plan had no such model or no dates."""
        if model not in self._known:
            self._known[model] = _days(self._plan, model)
        return self._known[model]


def _days(plan: Plan, model: str | None) -> Mapping[str, Days]:
    if model is not None and model not in plan.models:
        return {}
    try:
        found = schedule(plan, model)
    except (CycleError, NoWorkingTime):
        return {}
    return {id_: (found.first_day(row), found.last_day(row)) for row, id_ in enumerate(found.outline.ids)}
