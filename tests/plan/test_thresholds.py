from __future__ import annotations

import pytest
from pydantic import ValidationError

from transition_planner.plan.plan import Limits
from transition_planner.plan.thresholds import Thresholds


@pytest.mark.parametrize("quantity", ["1emo", "2ey"])
def test_no_limit_differs_in_length_by_the_calendar(quantity: str) -> None:
    with pytest.raises(ValidationError, match="months and years differ in length"):
        Limits.model_validate({"critical": quantity})
    with pytest.raises(ValidationError, match="months and years differ in length"):
        Thresholds.model_validate({"long-float": quantity})


def test_those_that_a_plan_does_not_set_are_the_standards() -> None:
    found = Thresholds.model_validate({"long-float": "10d"})
    assert (str(found.long_float), str(found.long_duration), found.offenders) == ("10d", "44d", 5)
