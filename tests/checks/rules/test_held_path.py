from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize("after", ["by-date, by-lag", "by-lag, by-date"])
def test_of_ways_that_decide_alike_each_is_told_whatever_their_order(after: str) -> None:
    # By date: Thursday 14 Jan and the day after; by lag: the first day, three of waiting, one of work.
    text = f"""
        tasks:
          start: {{duration: 1d}}
          by-date: {{duration: 2d, start-no-earlier-than: 2027-01-14}}
          by-lag: {{duration: 1d, after: [start FS+3d]}}
          sooner: {{duration: 1d, after: [start FS+1d]}}
          signed: {{key: true, after: [{after}, sooner]}}
        """
    assert messages(text, "TP902") == [
        "the way to signed begins at by-date, held by start-no-earlier-than",
        "the way to signed waits for the lag `start FS+3d` of by-lag",
    ]


def test_tasks_that_finish_a_phase_together_each_lead_on() -> None:
    text = """
        tasks:
          phase:
            tasks:
              a: {duration: 1d, start-no-earlier-than: 2027-01-14}
              b: {duration: 4d}
              c: {duration: 2d, start-no-earlier-than: 2027-01-13}
              d: {duration: 1d, start-no-earlier-than: 2027-01-13}
          signed: {key: true, after: [phase]}
        """
    assert messages(text, "TP902") == [
        "the way to signed begins at a, held by start-no-earlier-than",
        "the way to signed begins at c, held by start-no-earlier-than",
    ]


def test_the_same_link_twice_is_told_once() -> None:
    text = "tasks: {a: {duration: 1d}, b: {duration: 1d, after: [a FS+1d, a FS+1d]}}"
    assert messages(text, "TP902") == ["the way to b waits for the lag `a FS+1d` of b"]
