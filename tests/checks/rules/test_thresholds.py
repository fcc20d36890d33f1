"""The rules whose lines a plan draws: on the line is well, above it is not."""

from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize(("days", "told"), [(7, []), (6, ["short has 7 days of float, more than 6d"])])
def test_float(days: int, told: list[str]) -> None:
    text = f"""
        thresholds: {{long-float: {days}d}}
        tasks:
          long: {{duration: 8d}}
          short: {{duration: 1d}}
          end: {{after: [long, short]}}
        """
    assert messages(text, "TP207") == told


@pytest.mark.parametrize(
    ("days", "told"), [(10, []), (9, ["move takes 2w, more than 9d, without steps of its own"])]
)
def test_duration_in_days_whatever_its_unit(days: int, told: list[str]) -> None:
    text = f"thresholds: {{long-duration: {days}d}}\ntasks: {{move: {{duration: 2w}}}}"
    assert messages(text, "TP208") == told


@pytest.mark.parametrize(("count", "told"), [(2, []), (1, ["2 links meet at sign, more than 1"])])
def test_links_that_meet(count: int, told: list[str]) -> None:
    text = f"""
        thresholds: {{predecessors: {count}}}
        tasks:
          a: {{duration: 1d}}
          b: {{duration: 1d}}
          sign: {{duration: 1d, after: [a, b]}}
        """
    assert messages(text, "TP309") == told


@pytest.mark.parametrize(
    ("least", "most", "told"),
    [
        (1, 1, []),
        (1.1, 4, ["1 links touch a task on average, not 1.1 to 4"]),
        (0, 0.9, ["1 links touch a task on average, not 0 to 0.9"]),
    ],
)
def test_links_that_touch_a_task_on_average(least: float, most: float, told: list[str]) -> None:
    text = f"""
        thresholds: {{least-density: {least}, most-density: {most}}}
        tasks:
          a: {{duration: 1d}}
          b: {{duration: 1d, after: [a]}}
        """
    assert messages(text, "TP310") == told
