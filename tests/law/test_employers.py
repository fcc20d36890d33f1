"""Which employers a rule binds that binds only some."""

from __future__ import annotations

import pytest
from tests.checks.small import messages, small_document

from transition_planner.law.binding import bindings
from transition_planner.law.shelf import shelf_of
from transition_planner.schedule.scheduling import schedule

TALKS = """
    rules: [fi/employment]
    EMPLOYEES
    roles:
      staff-lead: {side: school}
      board: {side: mission}
      project: {}
    tasks:
      talk: {duration: 3d, owner: staff-lead, tags: [change-negotiations-begin]}
      decide: {duration: 1d, after: [talk], owner: OWNER, tags: [staff-cut-decision]}
    """
SEVEN, WEEKS = "coop-talks-seven-days", "coop-talks-three-weeks"


def bound_by(text: str) -> set[str]:
    """The rules that bind tasks of a small plan."""
    document = small_document(text)
    return {each.id for each in bindings(schedule(document.plan), shelf_of(document))}


@pytest.mark.parametrize(
    ("employees", "owner", "bound"),
    [
        ("", "staff-lead", {SEVEN, WEEKS}),
        ("employees: {school: 50}", "staff-lead", {SEVEN, WEEKS}),
        ("employees: {school: 49}", "staff-lead", {SEVEN}),
        ("employees: {school: 20}", "staff-lead", {SEVEN}),
        ("employees: {school: 19}", "staff-lead", set()),
        ("employees: {school: 19}", "board", {SEVEN, WEEKS}),  # of the other nothing is known
        ("employees: {school: 19}", "project", {SEVEN, WEEKS}),  # nor of one on no side
        ("employees: {school: 19, mission: 30}", "board", {SEVEN}),
        ("employees: {school: 19, mission: 0}", "board", set()),
    ],
)
def test_a_rule_binds_unless_all_who_answer_employ_too_few(
    employees: str, owner: str, bound: set[str]
) -> None:
    assert bound_by(TALKS.replace("EMPLOYEES", employees).replace("OWNER", owner)) == bound


def test_who_answers_for_one_task_or_neither_may_be_any_employer() -> None:
    text = TALKS.replace("EMPLOYEES", "employees: {school: 19}").replace("owner: staff-lead, ", "")
    assert bound_by(text.replace("OWNER", "staff-lead")) == {SEVEN, WEEKS}
    assert bound_by(text.replace("owner: OWNER, ", "")) == {SEVEN, WEEKS}


def test_a_finding_says_whom_the_rule_binds() -> None:
    text = TALKS.replace("EMPLOYEES", "employees: {school: 49}").replace("OWNER", "staff-lead")
    (message,) = messages(text, "TP601")
    assert message.startswith("decide starts on 2027-01-14, 4 days too early by coop-talks-seven-days (")
    assert message.endswith(
        "at least 7 days from the start of talk to decide, of employers of at least 20 people"
    )
