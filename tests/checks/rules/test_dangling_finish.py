from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize("link", ["build", "build FF", "phase"])
def test_one_that_waits_for_the_finish_is_enough(link: str) -> None:
    text = f"""
        tasks:
          phase: {{tasks: {{build: {{duration: 9d}}}}}}
          test: {{duration: 5d, after: [build SS]}}
          end: {{after: [{link}]}}
        """
    assert messages(text, "TP307") == []


def test_what_is_done_can_delay_nothing() -> None:
    text = """
        tasks:
          build: {duration: 9d, started: 2027-01-11, finished: 2027-01-21}
          test: {duration: 5d, after: [build SS]}
        """
    assert messages(text, "TP307") == []
