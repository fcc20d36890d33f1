from __future__ import annotations

import pytest
from tests.compare.repositories import plan_text

from transition_planner.compare.sequence import OutOfSequence, out_of_sequence
from transition_planner.planfile.loading import parse
from transition_planner.schedule.schedule import schedule


def _found(tasks: str) -> tuple[OutOfSequence, ...]:
    return out_of_sequence(schedule(parse(plan_text(tasks)).plan))


@pytest.mark.parametrize(
    ("before", "link", "after", "unheeded"),
    [
        ("", "a", "started: 2027-01-12", True),
        ("started: 2027-01-11", "a", "started: 2027-01-12", True),
        ("started: 2027-01-11, finished: 2027-01-12", "a", "started: 2027-01-13", False),
        ("started: 2027-01-11, finished: 2027-01-13", "a", "started: 2027-01-13", True),
        ("started: 2027-01-11, finished: 2027-01-13T12:00", "a", "started: 2027-01-13T12:00", False),
        ("started: 2027-01-11", "a FS-1d", "started: 2027-01-13", False),
        ("", "a SS", "started: 2027-01-12", True),
        ("started: 2027-01-12", "a SS", "started: 2027-01-12", False),
        ("started: 2027-01-11", "a FF", "started: 2027-01-12", False),
        ("started: 2027-01-11", "a FF", "started: 2027-01-12, finished: 2027-01-14", True),
        ("", "a", "", False),
    ],
)
def test_a_link_is_heeded_or_not(before: str, link: str, after: str, unheeded: bool) -> None:
    tasks = f"a: {{duration: 3d, {before}}}\nb: {{duration: 2d, after: [{link}], {after}}}"
    expected = (OutOfSequence("b", "a", link),) if unheeded else ()
    assert _found(tasks) == expected


def test_a_phase_is_done_with_its_last_task() -> None:
    tasks = """
    phase:
      tasks:
        a: {duration: 1d, started: 2027-01-11, finished: 2027-01-11}
        b: {duration: 2d}
    c: {duration: 1d, after: [phase], started: 2027-01-12}
    """
    assert _found(tasks) == (OutOfSequence("c", "phase", "phase"),)


def test_what_follows_a_milestone_may_begin_on_its_day() -> None:
    tasks = "a: {finished: 2027-01-12}\nb: {duration: 2d, after: [a], started: 2027-01-%s}"
    assert _found(tasks % "12") == ()
    assert _found(tasks % "11") == (OutOfSequence("b", "a", "a"),)
