from __future__ import annotations

import pytest
from tests.checks.small import found, messages

TEXT = """
    status-date: 2027-03-01
    tasks:
      draft: {{{fields}}}
    """


def test_work_that_nobody_has_reported_is_told() -> None:
    (finding,) = found(TEXT.format(fields="duration: 10d"), "TP205")
    assert finding.message == "draft is forecast to start on 2027-01-11, before the status date 2027-03-01"
    assert finding.at == ("tasks", "draft")


def test_work_that_should_be_done_is_told() -> None:
    assert messages(TEXT.format(fields="duration: 10d, started: 2027-01-11"), "TP205") == [
        "draft is forecast to finish on 2027-01-22, before the status date 2027-03-01"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        "duration: 10d, started: 2027-01-11, finished: 2027-01-22",
        "duration: 10d, started: 2027-01-11, remaining: 2d",
        "duration: 10d, start-no-earlier-than: 2027-03-01",
    ],
)
def test_what_is_reported_or_ahead_is_fine(fields: str) -> None:
    assert messages(TEXT.format(fields=fields), "TP205") == []


def test_without_a_status_date_nothing_is_past() -> None:
    assert messages("tasks: {draft: {duration: 10d}}", "TP205") == []
