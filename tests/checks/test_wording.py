from __future__ import annotations

from datetime import date, datetime

import pytest

from transition_planner.checks.wording import days_late, listed, written


@pytest.mark.parametrize(
    ("moment", "text"),
    [(date(2027, 6, 18), "2027-06-18"), (datetime(2027, 6, 18, 9, 5), "2027-06-18T09:05")],  # noqa: DTZ001  # a plan's clock
)
def test_a_date_is_written_as_in_the_file(moment: date, text: str) -> None:
    assert written(moment) == text


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (date(2027, 6, 17), "1 day late"),
        (date(2027, 5, 18), "31 days late"),
        (datetime(2027, 6, 18, 9, 5), "hours late"),  # noqa: DTZ001  # a plan's clock
    ],
)
def test_a_delay_is_told_in_days(limit: date, text: str) -> None:
    assert days_late(date(2027, 6, 18), limit) == text


def test_a_long_list_is_cut_and_says_so() -> None:
    assert listed(["a", "b"]) == "a, b"
    assert listed([str(n) for n in range(12)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"
    assert listed([str(n) for n in range(15)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more"
