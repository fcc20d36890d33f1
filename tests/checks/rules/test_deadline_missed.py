from __future__ import annotations

import pytest
from tests.checks.small import found, messages

TEXT = """
    tasks:
      draft: {{duration: 10d}}
      apply: {{duration: 5d, after: [draft], deadline: {deadline}}}
    """


def test_the_delay_the_limit_and_what_holds_it_are_told() -> None:
    # 10 days from Monday 11 Jan end on Friday 22 Jan, 5 more on Friday 29 Jan.
    (finding,) = found(TEXT.format(deadline="2027-01-20"), "TP201")
    assert finding.message == "apply finishes on 2027-01-29, 9 days late for its deadline 2027-01-20"
    assert finding.hint == (
        "What holds it is `after: draft`; `transition-planner why apply` shows the whole chain: shorten it, "
        "do more of it side by side, or move the date."
    )
    assert finding.at == ("tasks", "apply", "deadline")


def test_one_day_and_some_hours_are_told_as_such() -> None:
    assert messages(TEXT.format(deadline="2027-01-28"), "TP201") == [
        "apply finishes on 2027-01-29, 1 day late for its deadline 2027-01-28"
    ]
    assert messages(TEXT.format(deadline="2027-01-29T12:00"), "TP201") == [
        "apply finishes on 2027-01-29, hours late for its deadline 2027-01-29T12:00"
    ]


@pytest.mark.parametrize("deadline", ["2027-01-29", "2027-01-29T16:00", "2027-02-01"])
def test_a_deadline_that_is_kept_is_fine(deadline: str) -> None:
    assert messages(TEXT.format(deadline=deadline), "TP201") == []


def test_a_phase_may_miss_its_deadline() -> None:
    text = """
        tasks:
          prepare:
            deadline: 2027-01-20
            tasks:
              draft: {duration: 10d}
        """
    assert messages(text, "TP201") == [
        "prepare finishes on 2027-01-22, 2 days late for its deadline 2027-01-20"
    ]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ("duration: 9d", "the plan's start"),
        ("duration: 4d, start-no-earlier-than: 2027-01-18", "`start-no-earlier-than: 2027-01-18`"),
        ("duration: 9d, started: 2027-01-11", "the work that has begun"),
        ("manual: {start: 2027-01-11, finish: 2027-01-22}, duration: 1d", "`manual`"),
    ],
)
def test_what_holds_it_is_what_the_plan_says(fields: str, cause: str) -> None:
    (finding,) = found(f"tasks: {{apply: {{{fields}, deadline: 2027-01-20}}}}", "TP201")
    assert finding.hint.startswith(f"What holds it is {cause}; ")


def test_a_phase_that_starts_no_earlier_holds_its_tasks() -> None:
    text = """
        tasks:
          prepare:
            start-no-earlier-than: 2027-01-18
            tasks:
              draft: {duration: 5d, deadline: 2027-01-20}
        """
    (finding,) = found(text, "TP201")
    assert finding.hint.startswith("What holds it is its phase prepare; ")
