from __future__ import annotations

import pytest
from tests.checks.small import found, messages

from transition_planner.plan.finding import Severity


def test_a_task_without_an_owner_is_a_remark() -> None:
    (finding,) = found("tasks: {draft: {duration: 10d}}", "TP501")
    assert (finding.message, finding.severity) == ("nobody answers for draft", Severity.INFO)


@pytest.mark.parametrize(
    ("task", "count"),
    [("{}", 0), ("{decision: true}", 1), ("{tasks: {inside: {}}}", 0), ("{duration: 1d, owner: lead}", 0)],
)
def test_decisions_need_an_owner_and_milestones_and_phases_none(task: str, count: int) -> None:
    assert len(messages(f"roles: {{lead: {{}}}}\ntasks: {{draft: {task}}}", "TP501")) == count
