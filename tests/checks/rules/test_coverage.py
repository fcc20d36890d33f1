from __future__ import annotations

import pytest
from tests.checks.small import REGISTER, found, messages

TEXT = """
    models: {{merger: {{}}, separate: {{}}}}
    tasks:
      draft: {{duration: 10d{fields}}}
    """


MERGERS_THREAT = REGISTER.replace("lähtevät, before: 2027-01-31}", "lähtevät, applies: [merger]}")


def test_items_that_no_task_takes_up_are_told_at_their_place_in_the_register() -> None:
    findings = found(TEXT.format(fields=""), "TP401", "TP402", "TP403", register=MERGERS_THREAT)
    assert [(each.code, each.message, each.at, each.register) for each in findings] == [
        ("TP403", "no task serves the objective T1: Yhteinen suunta", ("objectives", "T1"), True),
        ("TP402", "no task realises the opportunity M1: Yhteiset tilat", ("opportunities", "M1"), True),
        (
            "TP401",
            "no task mitigates the threat U1: Oppilaat lähtevät (in merger)",
            ("threats", "U1"),
            True,
        ),
    ]
    assert [str(each.place) for each in findings] == [
        "register.yaml:2:3",
        "register.yaml:4:3",
        "register.yaml:6:3",
    ]


@pytest.mark.parametrize(
    ("field", "code"), [("mitigates: [U1]", "TP401"), ("realises: [M1]", "TP402"), ("serves: [T1]", "TP403")]
)
def test_an_item_that_a_task_takes_up_is_fine(field: str, code: str) -> None:
    assert messages(TEXT.format(fields=f", {field}"), code, register=REGISTER) == []


def test_a_task_of_another_model_does_not_count() -> None:
    assert messages(TEXT.format(fields=", in: [merger], serves: [T1]"), "TP403", register=REGISTER) == [
        "no task serves the objective T1: Yhteinen suunta (in separate)"
    ]


def test_without_a_register_nothing_is_to_be_covered() -> None:
    assert messages(TEXT.format(fields=""), "TP401", "TP402", "TP403") == []
