"""2027-01-16 is a Saturday."""

from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (
            "must-start-on: 2027-01-16",
            "sign has must-start-on 2027-01-16, when office has no work: calendars show it on 2027-01-18",
        ),
        (
            "must-finish-on: 2027-01-16",
            "sign has must-finish-on 2027-01-16, when office has no work: calendars show it on 2027-01-15",
        ),
        (
            "manual: {start: 2027-01-16, finish: 2027-01-16}",
            "sign has manual 2027-01-16, when office has no work: calendars show it on 2027-01-18",
        ),
        (
            "duration: 1d, deadline: 2027-01-16",
            "sign has its deadline on 2027-01-16, when office has no work",
        ),
        ("deadline: 2027-01-16T12:00", "sign has its deadline on 2027-01-16T12:00, when office has no work"),
    ],
)
def test_what_calendars_show_beside_the_day_and_deadlines_that_nobody_works_to(task: str, told: str) -> None:
    assert messages(f"tasks: {{sign: {{{task}}}}}", "TPA03") == [told]


@pytest.mark.parametrize(
    "task",
    [
        "must-start-on: 2027-01-18",
        "must-start-on: 2027-01-16, calendar: always",
        "must-start-on: 2027-01-16, duration: 1d",
        "start-no-earlier-than: 2027-01-16",
        "deadline: {date: 2027-01-16, why: The town's last day}",
        "deadline: 2027-01-16, calendar: always",
        "deadline: 2027-01-15, calendar: weekend",
        "deadline: 2027-01-16, finished: 2027-01-11",
    ],
)
def test_working_days_what_holds_on_any_day_and_dates_of_others_are_well(task: str) -> None:
    text = f"""
        calendars:
          weekend: {{week: sat-sun 08:00-16:00}}
        tasks: {{sign: {{{task}}}}}
        """
    assert messages(text, "TPA03") == []
