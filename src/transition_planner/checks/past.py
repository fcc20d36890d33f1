"""Earlier states of a plan, and how it stands to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transition_planner.schedule.cycle import CycleError
from transition_planner.schedule.scheduling import schedule
from transition_planner.worktime.noworkingtime import NoWorkingTime

if TYPE_CHECKING:
    from collections.abc import Mapping

    from transition_planner.planfile.document import Document
    from transition_planner.schedule.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Past:
    """What was read of a plan's history by whoever asks for a check: the rules themselves ask no git."""

    baseline: Document | None = None
    """The plan as the revision has it that it names as its baseline."""
    problem: str | None = None
    """Why that cannot be read, where it names one."""
    since: Document | None = None
    """The plan as the revision has it since which news are asked for."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A model as it was."""

    schedule: Schedule
    ids: Mapping[str, str]
    """Its ids of tasks that were renamed since."""

    def row(self, task: str) -> int | None:
        """The row there of a task of today; None where it was not yet planned."""
        return self.schedule.outline.row.get(self.ids.get(task, task))


def earlier(now: Document, then: Document | None, model: str | None) -> Earlier | None:
    """A model as it was; None where there is no such state, or it had no such model or no dates."""
    if then is None or (model is not None and model not in then.plan.models):
        return None
    from transition_planner.compare.planchange import plan_change  # noqa: PLC0415  # 5 ms that few plans need

    try:
        return Earlier(schedule(then.plan, model), plan_change(then, now).earlier_ids)
    except (CycleError, NoWorkingTime, ValueError):
        return None
