from __future__ import annotations

import pytest
from tests.checks.small import found, messages

TEXT = """
    calendars:
      call: {{within: office, only: {{every: 09-01..09-23}}}}
    tasks:
      project-start: {{}}
      draft: {{duration: 10d{fields}}}
    """


def test_a_task_that_nothing_starts_is_told() -> None:
    (finding,) = found(TEXT.format(fields=""), "TP301")
    assert finding.message == "draft has no predecessor and no date of its own"
    assert finding.at == ("tasks", "draft")


@pytest.mark.parametrize(
    "fields",
    [
        "after: [project-start]",
        "start-no-earlier-than: 2027-02-01",
        "must-start-on: 2027-02-01",
        "must-finish-on: 2027-02-26",
        "finish-no-earlier-than: 2027-02-26",
        "started: 2027-01-12",
        "manual: {start: 2027-01-12, finish: 2027-01-13}",
        "calendar: call",
    ],
)
def test_a_link_or_a_date_starts_it(fields: str) -> None:
    assert messages(TEXT.format(fields=f", {fields}"), "TP301") == []


@pytest.mark.parametrize("fields", ["deadline: 2027-02-01", "finish-no-later-than: 2027-02-01"])
def test_an_end_is_no_start(fields: str) -> None:
    assert len(messages(TEXT.format(fields=f", {fields}"), "TP301")) == 1


def test_a_link_of_its_phase_starts_it() -> None:
    text = """
        tasks:
          project-start: {}
          prepare:
            after: [project-start]
            tasks:
              draft: {duration: 10d}
        """
    assert messages(text, "TP301") == []


def test_only_the_first_milestone_is_the_projects_start() -> None:
    text = """
        tasks:
          project-start: {}
          law-in-force: {}
        """
    assert messages(text, "TP301") == ["law-in-force has no predecessor and no date of its own"]


def test_a_predecessor_in_another_model_starts_nothing() -> None:
    text = """
        models: {merger: {}, separate: {}}
        tasks:
          project-start: {}
          found: {duration: 1d, in: [merger], after: [project-start]}
          draft: {duration: 10d, after: [found]}
        """
    assert messages(text, "TP301") == ["draft has no predecessor and no date of its own (in separate)"]
