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
    assert finding.hint == (
        "Remove one of the links sign → draft, draft → agree, agree → sign; until then 3 tasks here and behind have "
        "no dates."
    )


def test_each_circle_is_told_once_also_in_one_tangle() -> None:
    text = """
        tasks:
          sign: {after: [draft, pay]}
          draft: {after: [sign]}
          pay: {after: [sign]}
          hear: {after: [look]}
          look: {after: [hear]}
        """
    assert [(each.message.rpartition(": ")[2], each.at) for each in found(text, "TP101")] == [
        ("sign → draft → sign", ("tasks", "sign", "after", 0)),
        ("sign → pay → sign", ("tasks", "sign", "after", 1)),
        ("hear → look → hear", ("tasks", "hear", "after", 0)),
    ]


def test_a_circle_is_told_at_the_phase_whose_link_closes_it() -> None:
    (finding,) = found(
        "tasks: {choose: {after: [sign], tasks: {hear: {}, vote: {}}}, sign: {after: [hear]}}", "TP101"
    )
    assert finding.message == "tasks wait for each other in a circle: hear → sign → hear"
    assert finding.at == ("tasks", "choose", "after", 0)
    assert finding.hint.startswith("Remove one of the links hear → sign, sign → choose;")


def test_a_task_that_waits_for_itself_or_for_its_phase_is_told_and_the_rest_has_dates() -> None:
    text = """
        tasks:
          choose:
            tasks:
              hear: {duration: 1d, after: [choose]}
              vote: {duration: 1d, after: [vote FS+5d]}
          draft: {duration: 10d, deadline: 2027-01-15}
        """
    assert [(each.message.rpartition(": ")[2], each.at) for each in found(text, "TP101")] == [
        ("hear → choose → hear", ("tasks", "choose", "tasks", "hear", "after", 0)),
        ("vote → vote", ("tasks", "choose", "tasks", "vote", "after", 0)),
    ]
    assert found(text, "TP101")[1].hint.startswith("Remove the link vote FS+5d → vote; until then")
    assert messages(text, "TP201") == [
        "draft finishes on 2027-01-22, 7 days late for its deadline 2027-01-15"
    ]


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
