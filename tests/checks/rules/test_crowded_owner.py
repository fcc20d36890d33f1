from __future__ import annotations

from tests.checks.small import messages

TEXT = """
    thresholds: {tasks-at-once: 2}
    roles: {lead: {title: Lead}}
    tasks:
      a: {duration: 5d, owner: lead}
      b: {duration: 5d, owner: lead}
      c: {duration: %s, owner: lead, start-no-earlier-than: %s}
    """


def test_the_day_with_the_most_tasks_is_told() -> None:
    assert messages(TEXT % ("1d", "2027-01-15"), "TP508") == [
        "lead answers for 3 tasks at a time, more than 2, on 2027-01-15: a, b, c"
    ]


def test_what_begins_when_the_others_end_is_not_beside_them() -> None:
    assert messages(TEXT % ("1d", "2027-01-18"), "TP508") == []


def test_a_milestone_takes_nobody_s_time() -> None:
    assert messages(TEXT % ("0d", "2027-01-13"), "TP508") == []
