from __future__ import annotations

from tests.checks.small import messages

DATES = """
    tasks:
      start: {finished: 2027-01-11}
      hear: {duration: 5d, deadline: 2027-01-29}
      signed: {after: [hear], deadline: 2027-01-29}
      told: {after: [signed], owner: ours}
    """


def test_own_dates_and_deadlines_that_are_ahead_are_told() -> None:
    assert messages(f"{DATES}\n    roles: {{ours: {{side: school-a}}}}", "TPA02") == [
        "no organisation's calendar shows the deadline of hear",
        "no organisation's calendar shows signed",
        "no organisation's calendar shows the deadline of signed",
    ]


def test_where_no_role_has_a_side_there_is_no_calendar_to_miss_it() -> None:
    assert messages(f"{DATES}\n    roles: {{ours: {{}}}}", "TPA02") == []
