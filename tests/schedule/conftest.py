"""Plans written as maps, and schedules told by id, for the tests of this room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.locales import set_language
from transition_planner.plan.plan import Plan
from transition_planner.schedule.scheduling import schedule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from transition_planner.schedule.schedule import Schedule

OFFICE = {"week": "mon-fri 08:00-12:00 13:00-17:00"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    set_language("en")
    yield
    set_language("en")


@pytest.fixture
def plan_of() -> Callable[..., Plan]:
    """Makes a plan that starts on Monday 11 January 2027 with days of eight hours."""

    def make(tasks: dict[str, Any], **header: Any) -> Plan:
        return Plan.model_validate(
            {
                "format": 1,
                "id": "6f1c0e1a-0000-4000-8000-000000000000",
                "title": "Test",
                "start": "2027-01-11",
                "calendar": "office",
                "calendars": {"office": OFFICE, **header.pop("calendars", {})},
                "tasks": tasks,
                **header,
            }
        )

    return make


class ById:
    """A schedule asked by id, answering in days as text."""

    def __init__(self, found: Schedule) -> None:
        self.schedule = found
        self.row = found.outline.row

    def days(self, id_: str) -> tuple[str, str]:
        return str(self.schedule.first_day(self.row[id_])), str(self.schedule.last_day(self.row[id_]))

    def float_days(self, id_: str) -> float:
        return self.schedule.float_days(self.row[id_])

    def free_days(self, id_: str) -> float:
        row = self.row[id_]
        return self.schedule.free_float(row) / self.schedule.calendar(row).day_minutes

    def critical(self) -> set[str]:
        return {self.schedule.outline.ids[row] for row in self.schedule.critical_rows}


@pytest.fixture
def scheduled(plan_of: Callable[..., Plan]) -> Callable[..., ById]:
    """Schedules a plan written as a map of tasks."""

    def make(tasks: dict[str, Any], *, model: str | None = None, **header: Any) -> ById:
        return ById(schedule(plan_of(tasks, **header), model))

    return make
