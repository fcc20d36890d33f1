"""Sentences on why a task is when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from transition_planner.schedule.why import sentence, why

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schedule.conftest import ById

HELSINKI: dict[str, Any] = {
    "office": {
        "week": "mon-fri 08:00-12:00 13:00-17:00",
        "holidays": "FI",
        "closed": [{"every": "07-01..07-31", "why": {"en": "July is closed", "fi": "heinäkuu on kiinni"}}],
    },
    "board": {"title": "the board", "within": "office", "only": {"rrule": "FREQ=MONTHLY;BYDAY=2TU"}},
}


# June 2027: the 25th is juhannusaatto; so ten days from the 14th end on the 28th, and five more on 4 August.
def test_the_chain_goes_back_to_the_plans_start(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "talk": {"title": "Hear the pupils", "duration": "10d"},
            "draft": {"title": "Draft the rules", "duration": "5d", "after": ["talk"]},
            "decide": {"title": "Decide", "duration": "1d", "calendar": "board", "after": ["draft", "talk"]},
        },
        start="2027-06-14",
        calendars=HELSINKI,
    )
    assert [step.sentence for step in why(found.schedule, found.row["decide"])] == [
        (
            "“Decide” starts Tue 10 Aug 2027, because “Draft the rules” ends Wed 4 Aug 2027. "
            "The next day of “the board” is Tue 10 Aug 2027."
        ),
        "“Draft the rules” starts Tue 29 Jun 2027, because “Hear the pupils” ends Mon 28 Jun 2027.",
        "“Hear the pupils” starts Mon 14 Jun 2027, when the plan starts.",
    ]


def test_closed_days_between_are_named_but_not_weekends(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {
            "talk": {"title": "Hear the pupils", "duration": "12d"},
            "draft": {"duration": "1d", "after": ["talk"]},
        },
        start="2027-06-14",
        calendars=HELSINKI,
    )
    assert sentence(found.schedule, found.row["draft"]) == (
        "“draft” starts Mon 2 Aug 2027, because “Hear the pupils” ends Wed 30 Jun 2027. "
        "No work 1 Jul to 1 Aug 2027: July is closed."
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"after": ["a FS+2d"]},
            "“b” starts Wed 20 Jan 2027, 2 working days after “a” ends Fri 15 Jan 2027.",
        ),
        (
            {"after": ["a FS-1d"]},
            "“b” starts Fri 15 Jan 2027, 1 working day before “a” ends Fri 15 Jan 2027.",
        ),
        (
            {"after": ["a SS+50%"]},
            "“b” starts Wed 13 Jan 2027, 50 % of its duration after “a” starts Mon 11 Jan 2027.",
        ),
        ({"after": ["a FF"]}, "“b” ends Fri 15 Jan 2027, because “a” ends Fri 15 Jan 2027."),
        (
            {"after": ["a SF+3d"]},
            "“b” ends Wed 13 Jan 2027, 3 working days after “a” starts Mon 11 Jan 2027.",
        ),
        (
            {"after": ["a"], "start-no-earlier-than": {"date": "2027-01-20", "why": "rooms are free then"}},
            "“b” starts Wed 20 Jan 2027: not before Wed 20 Jan 2027 (rooms are free then).",
        ),
        ({"must-start-on": "2027-01-19"}, "“b” is fixed to start on Tue 19 Jan 2027."),
        ({"must-finish-on": "2027-01-19"}, "“b” is fixed to end on Tue 19 Jan 2027."),
        (
            {"after": ["a"], "finish-no-later-than": "2027-01-13"},
            "“b” ends Wed 13 Jan 2027: not after Wed 13 Jan 2027, whatever its links ask.",
        ),
        ({"started": "2027-01-12"}, "“b” started Tue 12 Jan 2027."),
        ({"finished": "2027-01-12"}, "“b” was finished Tue 12 Jan 2027."),
        (
            {"manual": {"start": "2027-01-18", "finish": "2027-01-19"}},
            "“b” runs from Mon 18 Jan 2027 to Tue 19 Jan 2027: its dates are set by hand.",
        ),
        (
            {"as-late-as-possible": True},
            "“b” starts Fri 15 Jan 2027, as late as nothing behind it is delayed.",
        ),
    ],
)
def test_each_driver_has_its_sentence(
    scheduled: Callable[..., ById], fields: dict[str, Any], expected: str
) -> None:
    found = scheduled({"a": {"duration": "5d"}, "b": {"duration": "1d", **fields}})
    assert sentence(found.schedule, found.row["b"]) == expected


def test_a_milestone_is_on_a_day(scheduled: Callable[..., ById]) -> None:
    found = scheduled({"a": {"duration": "5d"}, "done": {"after": ["a"]}})
    expected = "“done” is Fri 15 Jan 2027, because “a” ends Fri 15 Jan 2027."
    assert sentence(found.schedule, found.row["done"]) == expected


def test_a_phase_is_explained_by_its_first_task(scheduled: Callable[..., ById]) -> None:
    found = scheduled(
        {"phase": {"tasks": {"late": {"duration": "1d", "after": ["a"]}, "a": {"duration": "1d"}}}}
    )
    assert [step.sentence for step in why(found.schedule, found.row["phase"])] == [
        "The phase “phase” starts Mon 11 Jan 2027 with its first task “a”.",
        "“late” starts Tue 12 Jan 2027, because “a” ends Mon 11 Jan 2027.",
        "“a” starts Mon 11 Jan 2027, when the plan starts.",
    ]
