"""Key dates in calendars."""

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
    roles: {a: {side: school-a}, b: {side: school-b}}
    tasks:
      tell: {duration: 5d, owner: b}
      signed: {%s}
    """


def test_a_key_date_stands_in_all_calendars_whoever_answers_for_it() -> None:
    assert len(messages(SIGNED % "owner: a", "TPA01")) == 1
    assert len(messages(SIGNED % "note: Whose it is nobody knows", "TPA02")) == 1
    for signed in ("owner: a, key: true", "key: true"):
        assert messages(SIGNED % signed, "TPA01", "TPA02") == []
