from __future__ import annotations

from tests.checks.small import found, messages

TEXT = """
    models: {{merger: {{}}, separate: {{}}}}
    tasks:
      found: {{duration: 10d, in: [merger]}}
      renew: {{duration: 5d, in: [{models}], after: [found]}}
    """


def test_a_link_whose_ends_never_meet_is_told_once() -> None:
    (finding,) = found(TEXT.format(models="separate"), "TP105")
    assert finding.message == "renew waits for found, but no model has both"
    assert finding.hint == "renew is in separate; found is in merger."
    assert finding.at == ("tasks", "renew", "after", 0)


def test_a_link_that_counts_in_one_model_is_fine() -> None:
    assert messages(TEXT.format(models="merger, separate"), "TP105") == []
