from __future__ import annotations

from tests.checks.small import found, messages


def test_a_task_that_nothing_waits_for_is_told() -> None:
    (finding,) = found(
        """
        tasks:
          project-start: {}
          hear: {duration: 5d, after: [project-start]}
          draft: {duration: 10d, after: [project-start]}
          signed: {after: [draft]}
        """,
        "TP302",
    )
    assert finding.message == "nothing waits for hear"
    assert finding.at == ("tasks", "hear")
    assert "Add `hear` to `after`" in finding.hint


def test_a_link_from_its_phase_is_enough() -> None:
    text = """
        tasks:
          prepare:
            tasks:
              draft: {duration: 10d}
          signed: {after: [prepare]}
        """
    assert messages(text, "TP302") == []


def test_the_goal_and_the_last_milestone_need_no_successor() -> None:
    text = """
        models: {merger: {goal: school-starts}}
        tasks:
          draft: {duration: 10d}
          school-starts: {after: [draft]}
          closes: {after: [draft FS+5d]}
        """
    assert messages(text, "TP302") == []


def test_a_decision_that_finishes_last_needs_no_successor() -> None:
    assert messages("tasks: {review: {duration: 10d, decision: true}}", "TP302") == []


def test_a_last_task_is_neither() -> None:
    assert messages("tasks: {draft: {duration: 10d}}", "TP302") == ["nothing waits for draft"]


def test_a_successor_in_another_model_does_not_count() -> None:
    text = """
        models: {merger: {}, separate: {}}
        tasks:
          draft: {duration: 10d}
          found: {after: [draft], in: [merger]}
          closes: {in: [separate], start-no-earlier-than: 2027-03-01}
        """
    assert messages(text, "TP302") == ["nothing waits for draft (in separate)"]
