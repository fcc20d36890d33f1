from __future__ import annotations

from pathlib import Path

import pytest
from tests.checks.small import small_document

from transition_planner.checks.run import check
from transition_planner.locales import set_language, speaking
from transition_planner.planfile.loading import load

PLANS = Path(__file__).parents[2] / "plans"


@pytest.mark.parametrize("plan", sorted(path.parent.name for path in PLANS.glob("*/plan.yaml")))
def test_a_shipped_plan_has_no_finding_in_any_model(plan: str) -> None:
    assert check(load(PLANS / plan)) == ()


def test_findings_are_in_the_language_spoken() -> None:
    document = small_document(
        "tasks: {start: {}, a: {duration: 1d, after: [start]}, end: {after: [start FS+2d]}}"
    )
    with speaking("en"):
        english = check(document)
        set_language("fi")
        finnish = check(document)
    assert english[0].message.startswith("nothing waits for ")
    assert finnish[0].message.startswith("mikään ei odota tehtävää ")
    assert [each.at for each in finnish] == [each.at for each in english]
