from __future__ import annotations

from tests.checks.small import found, messages


def test_the_whole_path_is_told_at_the_link_that_closes_it() -> None:
    (finding,) = found(
        """
        tasks:
          sign: {duration: 1d, after: [agree]}
          agree: {duration: 5d, after: [draft]}
          draft: {duration: 10d, after: [sign]}
        """,
        "TP101",
    )
    assert finding.message == "tasks wait for each other in a circle: sign → draft → agree → sign"
    assert finding.at == ("tasks", "sign", "after", 0)
    assert finding.hint == "Remove one of these links; nothing in this model has a date until then."


def test_a_circle_through_a_phase_is_told_with_the_phase() -> None:
    (message,) = messages(
        """
        tasks:
          choose:
            tasks:
              hear: {duration: 1d, after: [sign]}
          sign: {duration: 1d, after: [choose]}
        """,
        "TP101",
    )
    assert set(message.rpartition(": ")[2].split(" → ")) == {"choose", "hear", "sign"}


def test_a_circle_in_one_model_leaves_the_others_to_be_checked() -> None:
    text = """
        models: {merger: {}, separate: {}}
        tasks:
          draft: {duration: 10d, after: [sign]}
          sign: {duration: 1d, after: [draft], in: [merger]}
          apply: {duration: 5d, after: [draft], deadline: 2027-01-20, in: [separate]}
        """
    assert messages(text, "TP101", "TP201") == [
        "tasks wait for each other in a circle: draft → sign → draft (in merger)",
        "apply finishes on 2027-01-29, 9 days late for its deadline 2027-01-20 (in separate)",
    ]
