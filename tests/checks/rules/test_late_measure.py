from __future__ import annotations

from tests.checks.small import REGISTER, messages


def test_the_first_measure_decides() -> None:
    text = "tasks: {late: {duration: 30d, mitigates: [U1]}, early: {duration: %s, mitigates: [U1]}}"
    # 15 days from Monday 11 January end on Friday the 29th, 16 on Monday 1 February.
    assert messages(text % "15d", "TP404", register=REGISTER) == []
    assert messages(text % "16d", "TP404", register=REGISTER) == [
        "nothing mitigates U1 before 2027-01-31: early is the first and finishes on 2027-02-01"
    ]
