from __future__ import annotations

import pytest
from tests.checks.small import found, messages

from transition_planner.plan.finding import Severity

OFFICE = "calendar: office\ncalendars: {office: {week: mon-fri 08:00-12:00 13:00-17:00}}\n"


def test_a_duration_above_its_range_is_told() -> None:
    (finding,) = found(f"{OFFICE}tasks: {{draft: {{duration: 20d, range: 5d..15d}}}}", "TP502")
    assert finding.message == "draft takes 20d, outside its range 5d..15d"
    assert finding.severity is Severity.WARNING
    assert finding.at == ("tasks", "draft", "range")


@pytest.mark.parametrize(
    ("duration", "span", "count"),
    [
        ("5d", "5d..15d", 0),
        ("15d", "5d..15d", 0),
        ("2w", "5d..15d", 0),
        ("4w", "5d..15d", 1),
        ("39h", "5d..15d", 1),
        ("1emo", "1d..2d", 0),
    ],
)
def test_units_are_compared_on_the_tasks_calendar(duration: str, span: str, count: int) -> None:
    """A day of the office has eight hours, a week five days; a month has no fixed length."""
    text = f"{OFFICE}tasks: {{draft: {{duration: {duration}, range: {span}}}}}"
    assert len(messages(text, "TP502")) == count
