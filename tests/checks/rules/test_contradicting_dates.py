from __future__ import annotations

import pytest
from tests.checks.small import found, messages


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            # 1, 2, 3, 6, 7, 8, 9, 10, 13 and 14 September
            "duration: 10d, start-no-earlier-than: 2027-09-01, must-finish-on: 2027-09-08",
            ": 10d from start-no-earlier-than 2027-09-01 last until 2027-09-14, past must-finish-on 2027-09-08",
        ),
        (
            "duration: 10d, start-no-earlier-than: 2027-09-01, deadline: 2027-09-13",
            ": 10d from start-no-earlier-than 2027-09-01 last until 2027-09-14, past deadline 2027-09-13",
        ),
        (
            "duration: 10d, must-start-on: 2027-09-01, must-finish-on: 2027-09-13",
            ": 10d from must-start-on 2027-09-01 last until 2027-09-14, past must-finish-on 2027-09-13",
        ),
        (
            "duration: 3d, deadline: 2027-01-12",
            ": 3d from the plan's start 2027-01-11 last until 2027-01-13, past deadline 2027-01-12",
        ),
        (
            "duration: 1emo, start-no-earlier-than: 2027-09-01, deadline: 2027-09-20",
            ": 1emo from start-no-earlier-than 2027-09-01 last until 2027-09-30, past deadline 2027-09-20",
        ),
        (
            "duration: 1d, start-no-earlier-than: 2027-09-02, start-no-later-than: 2027-09-01",
            ": start-no-earlier-than 2027-09-02 comes after start-no-later-than 2027-09-01",
        ),
        (
            "duration: 1d, must-start-on: 2027-01-08",
            ": the plan's start 2027-01-11 comes after must-start-on 2027-01-08",
        ),
        (
            "duration: 1d, finish-no-earlier-than: 2027-09-02, finish-no-later-than: 2027-09-01",
            ": finish-no-earlier-than 2027-09-02 comes after finish-no-later-than 2027-09-01",
        ),
        (
            "start-no-earlier-than: 2027-09-02T12:00, deadline: 2027-09-02T11:59",
            ": 0d from start-no-earlier-than 2027-09-02T12:00 last until 2027-09-02, past deadline 2027-09-02T11:59",
        ),
        (
            "duration: 1d, started: 2027-01-13, finished: 2027-01-12",
            " finished on 2027-01-12, before it started on 2027-01-13",
        ),
        (
            "duration: 5d, started: 2027-01-13, resumes: 2027-01-12",
            " resumes on 2027-01-12, before it started on 2027-01-13",
        ),
    ],
)
def test_dates_that_leave_no_room_contradict_each_other(fields: str, message: str) -> None:
    assert messages(f"tasks: {{apply: {{{fields}}}}}", "TP103") == [f"apply{message}"]


@pytest.mark.parametrize(
    "fields",
    [
        "duration: 10d, start-no-earlier-than: 2027-09-01, finish-no-later-than: 2027-09-14",
        "duration: 10d, start-no-earlier-than: 2027-09-01, deadline: 2027-09-14T16:00",
        "duration: 1d, must-start-on: 2027-09-01, must-finish-on: 2027-09-01",
        "must-start-on: 2027-08-01, calendar: always, deadline: 2027-08-01",
        "duration: 1d, start-no-earlier-than: 2027-01-04, deadline: 2027-01-05",
        "duration: 1d, started: 2027-01-12, finished: 2027-01-12",
        "duration: 5d, started: 2027-01-12, resumes: 2027-01-12",
        "duration: 10d, manual: {start: 2027-09-01, finish: 2027-09-03}, deadline: 2027-09-03",
    ],
)
def test_dates_that_leave_room_are_fine(fields: str) -> None:
    assert messages(f"tasks: {{apply: {{{fields}}}}}", "TP103") == []


def test_a_date_that_only_links_break_is_no_contradiction() -> None:
    text = """
        tasks:
          draft: {duration: 10d}
          apply: {duration: 5d, after: [draft], deadline: 2027-01-20}
        """
    assert messages(text, "TP103") == []


def test_the_place_is_that_of_the_later_bound_also_where_a_model_overrides_it() -> None:
    text = """
        models:
          merger: {overrides: {apply: {deadline: 2027-01-12}}}
        tasks:
          apply: {duration: 3d, deadline: 2027-02-01}
        """
    (finding,) = found(text, "TP103")
    assert finding.at == ("models", "merger", "overrides", "apply", "deadline")
    assert finding.place is not None
    assert finding.place.source.strip() == "merger: {overrides: {apply: {deadline: 2027-01-12}}}"
