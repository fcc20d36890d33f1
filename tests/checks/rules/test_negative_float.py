from __future__ import annotations

import pytest
from tests.checks.small import found, messages


def test_a_chain_is_one_finding_with_its_least_float_and_the_date_it_misses() -> None:
    # From Wednesday 20 to Friday 29 Jan: 21, 22, 25, 26, 27, 28, 29.
    (finding,) = found(
        """
        tasks:
          other: {duration: 1d}
          apply: {duration: 5d, after: [draft], deadline: 2027-01-20}
          draft: {duration: 10d}
        """,
        "TP202",
    )
    assert finding.message == "total float is down to -7 d along draft, apply; it must not be below 0 d"
    assert finding.hint == "7 d must be won along this chain to keep apply deadline 2027-01-20."
    assert finding.at == ("tasks", "draft")


def test_chains_that_no_link_joins_are_told_apart() -> None:
    text = """
        tasks:
          draft: {duration: 10d, deadline: 2027-01-21}
          print: {duration: 10d, deadline: 2027-01-20}
        """
    assert messages(text, "TP202") == [
        "total float is down to -1 d along draft; it must not be below 0 d",
        "total float is down to -2 d along print; it must not be below 0 d",
    ]


def test_a_chain_through_a_phase_is_joined() -> None:
    text = """
        tasks:
          prepare:
            tasks:
              draft: {duration: 10d}
          apply: {duration: 5d, after: [prepare], finish-no-later-than: 2027-01-20}
        """
    assert messages(text, "TP202") == [
        "total float is down to -7 d along draft, apply; it must not be below 0 d"
    ]


@pytest.mark.parametrize("link", ["", "a, "])
def test_a_chain_does_not_hang_on_a_link_that_others_make_needless(link: str) -> None:
    # Behind Tuesday 12 January, by which it should be reached, its calendar has no time until after it is, on Friday.
    text = f"""
        calendars:
          tuesdays: {{within: office, only: {{rrule: FREQ=WEEKLY;BYDAY=TU}}}}
        tasks:
          a: {{duration: 5d}}
          b: {{calendar: tuesdays, after: [a]}}
          c: {{duration: 1d, after: [{link}b], deadline: 2027-01-15}}
        """
    assert messages(text, "TP202") == ["total float is down to -3 d along a, c; it must not be below 0 d"]


def test_a_task_that_makes_no_other_late_is_told_apart() -> None:
    text = """
        tasks:
          a: {duration: 5d, deadline: 2027-01-13}
          b: {duration: 30d}
          c: {duration: 1d, after: [a, b], deadline: 2027-02-15}
        """
    assert messages(text, "TP202") == [
        "total float is down to -2 d along a; it must not be below 0 d",
        "total float is down to -5 d along b, c; it must not be below 0 d",
    ]


@pytest.mark.parametrize("link", ["a FS+3d", "a FS+3ed", "a SS+8d", "a FF+3d"])
def test_lags_and_all_types_of_links_make_late(link: str) -> None:
    text = f"tasks: {{a: {{duration: 5d}}, b: {{duration: 1d, after: [{link}], deadline: 2027-01-18}}}}"
    (message,) = messages(text, "TP202")
    assert " along a, b;" in message


def test_no_float_is_not_negative() -> None:
    assert messages("tasks: {draft: {duration: 10d, deadline: 2027-01-22}}", "TP202") == []
