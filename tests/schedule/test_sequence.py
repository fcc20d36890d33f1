from __future__ import annotations

import pytest
from tests.compare.repositories import plan_text

from transition_planner.planfile.loading import parse
from transition_planner.schedule.scheduling import schedule
from transition_planner.schedule.sequence import out_of_sequence


def _found(tasks: str) -> list[tuple[str, str]]:
    """The successor and the link of each."""
    made = schedule(parse(plan_text(tasks)).plan)
    return [(made.outline.ids[arc.succ], str(arc.link)) for arc in out_of_sequence(made)]


@pytest.mark.parametrize(
    ("before", "link", "after", "unheeded"),
    [
        ("", "a", "started: 2027-01-12", True),
        ("started: 2027-01-11", "a", "started: 2027-01-12", True),
        ("started: 2027-01-11, finished: 2027-01-12", "a", "started: 2027-01-13", False),
        ("started: 2027-01-11, finished: 2027-01-13", "a", "started: 2027-01-12", True),
        # Of one day nobody knows the hours.
        ("started: 2027-01-11, finished: 2027-01-13", "a", "started: 2027-01-13", False),
        ("started: 2027-01-11, finished: 2027-01-13T12:00", "a", "started: 2027-01-13T11:00", True),
        ("", "a FS-1d", "started: 2027-01-12", False),
        ("", "a FS+1d", "started: 2027-01-12", True),
        ("started: 2027-01-11, finished: 2027-01-13T12:00", "a", "started: 2027-01-13T12:00", False),
        ("", "a SS", "started: 2027-01-12", True),
        ("started: 2027-01-12", "a SS", "started: 2027-01-12", False),
        ("started: 2027-01-11", "a FF", "started: 2027-01-12", False),
        ("started: 2027-01-11", "a FF", "started: 2027-01-12, finished: 2027-01-14", True),
        ("", "a", "", False),
    ],
)
def test_a_link_is_heeded_or_not(before: str, link: str, after: str, unheeded: bool) -> None:
    tasks = f"a: {{duration: 3d, {before}}}\nb: {{duration: 2d, after: [{link}], {after}}}"
    assert _found(tasks) == ([("b", link)] if unheeded else [])


def test_a_milestone_reported_of_the_day_of_its_neighbours_is_in_sequence() -> None:
    tasks = """
    begin: {finished: 2027-01-11}
    a: {duration: 1d, after: [begin], started: 2027-01-11, finished: 2027-01-11}
    gate: {after: [a], finished: 2027-01-11}
    """
    assert _found(tasks) == []


def test_a_phase_is_done_with_its_last_task() -> None:
    tasks = """
    phase:
      tasks:
        a: {duration: 1d, started: 2027-01-11, finished: 2027-01-11}
        b: {duration: 2d}
    c: {duration: 1d, after: [phase], started: 2027-01-12}
    """
    assert _found(tasks) == [("c", "phase")]
