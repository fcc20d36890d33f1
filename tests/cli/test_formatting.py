from __future__ import annotations

from datetime import date

import pytest

from transition_planner.cli.formatting import days, span
from transition_planner.locales import speaking


def test_a_span_names_both_days() -> None:
    first, last = date(2027, 4, 26), date(2027, 4, 30)
    assert span(first, last) == "Mon 26 Apr 2027 to Fri 30 Apr 2027"
    assert span(first, first) == "Mon 26 Apr 2027"
    with speaking("fi"):
        assert span(first, first) == "ma 26.4.2027"


@pytest.mark.parametrize(
    ("number", "text"), [(12, "12 d"), (-0.5, "-0.5 d"), (0, "0 d"), (-0.01, "0 d"), (2.25, "2.2 d")]
)
def test_days_have_at_most_one_decimal(number: float, text: str) -> None:
    assert days(number) == text
