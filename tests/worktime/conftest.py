from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.locales import language, set_language
from transition_planner.plan.plan import Plan
from transition_planner.worktime.calendars import Calendars
from transition_planner.worktime.instant import from_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OFFICE = {
    "week": "mon-fri 08:00-12:00 13:00-16:00",
    "holidays": "FI",
    "closed": [
        {"from": "2027-07-01", "to": "2027-07-31", "why": {"fi": "heinäkuun loma", "en": "July holiday"}},
        {"every": "12-24..01-01", "why": "joululoma"},
    ],
}


def calendars_of(
    calendars: dict[str, Any], default: str = "office", start: str = "2027-01-11", **fields: Any
) -> Calendars:
    """The calendars of a plan with these entries, beside the Finnish office of the shipped plan."""
    return Calendars(
        Plan.model_validate(
            {
                "format": 1,
                "id": "00000000-0000-4000-8000-000000000000",
                "title": "x",
                "start": start,
                "calendar": default,
                "calendars": {"office": OFFICE, **calendars},
                "tasks": {},
                **fields,
            }
        )
    )


def instant(text: str) -> int:
    """The instant of `2027-01-11T08:00`."""
    return from_date(datetime.fromisoformat(text))


@pytest.fixture(scope="session")
def make() -> Callable[..., Calendars]:
    return calendars_of


@pytest.fixture(scope="session")
def at() -> Callable[[str], int]:
    return instant


@pytest.fixture(scope="session")
def day() -> Callable[[str], date]:
    return date.fromisoformat


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = language()
    set_language("en")
    yield
    set_language(before)
