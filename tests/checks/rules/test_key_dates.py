"""Key dates in calendars: shown at all, and to all who take part."""

from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize(
    ("task", "told"),
    [
        ("duration: 3d", ["move is a key date, and no calendar shows it: it takes time"]),
        ("tasks: {pack: {duration: 1d}}", ["move is a key date, and no calendar shows it: it takes time"]),
        ("duration: 3d, finished: 2027-01-13", []),
        ("duration: 3d, deadline: 2027-02-01", []),
        ("duration: 3d, decision: true", []),
        ("duration: 0d", []),
    ],
)
def test_a_key_task_that_takes_time_is_in_no_calendar(task: str, told: list[str]) -> None:
    assert messages(f"tasks: {{move: {{key: true, {task}}}}}", "TPA05") == told


SIGNED = """
    roles: {a: {side: school-a}, b: {side: school-b}, c: {side: town}, d: {side: nobody}}
    tasks:
      tell: {duration: 5d, owner: b, involves: [c]}
      signed: {key: true, deadline: 2027-02-01, %s}
    """


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        ("owner: a", ["signed is a key date, and the calendars of school-b, town do not show it"]),
        ("owner: a, involves: [c, b]", []),
        ("owner: a, finished: 2027-01-11", []),
        ("note: Whose it is nobody knows", []),
    ],
)
def test_a_key_date_is_told_once_with_those_who_take_part_and_do_not_see_it(
    roles: str, told: list[str]
) -> None:
    assert messages(SIGNED % roles, "TPA07") == told
