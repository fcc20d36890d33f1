from __future__ import annotations

from tests.checks.small import REGISTER, found, messages


def test_the_first_measure_decides() -> None:
    text = "tasks: {late: {duration: 30d, mitigates: [U1]}, early: {duration: %s, mitigates: [U1]}}"
    # 15 days from Monday 11 January end on Friday the 29th, 16 on Monday 1 February.
    assert messages(text % "15d", "TP404", register=REGISTER) == []
    assert messages(text % "16d", "TP404", register=REGISTER) == [
        "nothing mitigates U1 before 2027-01-31: early is the first and finishes on 2027-02-01"
    ]


def test_of_a_measure_that_is_done_nobody_is_told_to_begin_it_earlier() -> None:
    task = "{duration: 5d, mitigates: [U1], started: 2027-02-01, finished: 2027-02-05}"
    text = f"status-date: 2027-03-01\ntasks: {{done: {task}}}"
    (finding,) = found(text, "TP404", register=REGISTER)
    assert finding.hint == "Name a measure that helps in time."
