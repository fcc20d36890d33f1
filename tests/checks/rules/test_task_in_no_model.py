from __future__ import annotations

from tests.checks.small import found, messages


def test_a_task_and_a_phase_without_a_model_are_told() -> None:
    findings = found(
        """
        models: {merger: {}}
        tasks:
          choose:
            in: []
            tasks:
              hear: {duration: 1d}
          sign: {duration: 1d}
        """,
        "TP104",
    )
    assert [(each.message, each.at) for each in findings] == [
        ("choose is in no model", ("tasks", "choose")),
        ("hear is in no model", ("tasks", "choose", "tasks", "hear")),
    ]


def test_a_phase_is_where_a_task_of_it_is() -> None:
    text = """
        models: {merger: {}, separate: {}}
        tasks:
          choose:
            in: []
            tasks:
              hear: {duration: 1d, in: [separate]}
        """
    assert messages(text, "TP104") == []


def test_without_models_all_tasks_are_in_the_plan() -> None:
    assert messages("tasks: {sign: {duration: 1d}}", "TP104", "TP105") == []
