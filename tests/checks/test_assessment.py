from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks.small import small_document, small_past

from transition_planner.checks.assessment import assessment
from transition_planner.checks.run import contexts

if TYPE_CHECKING:
    from transition_planner.checks.assessment import Metric


def _metrics(text: str) -> dict[int, Metric]:
    now, past = small_past(text)
    (context,) = contexts(small_document(now), (None,), None, past)
    return {each.number: each for each in assessment(context)}


def _told(metric: Metric) -> tuple[str, str, tuple[str, ...]]:
    return metric.value, metric.verdict.value, metric.offenders


CHAIN = """
    tasks:
      start: {}
      draft: {duration: 10d, after: [start], owner: lead}
      print: {duration: 50d, after: [draft FS-1d]}
      post: {duration: 5d, after: [print FS+2d], must-finish-on: 2027-06-30}
      aside: {duration: 1d, after: [start SS]}
    roles: {lead: {title: Lead}}
    """


def test_every_point_is_told_with_its_offenders() -> None:
    found = _metrics(CHAIN)
    # post waits for 30 June: 10 - 1 + 50 + 2 days end on Tuesday 6 April, so the chain before it has float over 44 d.
    assert list(found) == list(range(1, 15))
    assert _told(found[1]) == ("20.0 % (1/5)", "failed", ("aside",))
    assert _told(found[2]) == ("25.0 % (1/4)", "failed", ("print: draft FS-1d",))
    assert _told(found[3]) == ("25.0 % (1/4)", "failed", ("post: print FS+2d",))
    assert _told(found[4]) == ("25.0 % (1/4)", "failed", ("aside: start SS",))
    assert _told(found[5]) == ("20.0 % (1/5)", "failed", ("post",))
    assert _told(found[7]) == ("0.0 % (0/5)", "passed", ())
    assert _told(found[8]) == ("20.0 % (1/5)", "failed", ("print",))
    assert _told(found[10]) == ("75.0 % (3/4)", "failed", ("print", "post", "aside"))


def test_milestones_at_the_ends_lack_no_logic() -> None:
    text = """
        tasks:
          draft: {duration: 10d, after: [begin]}
          begin: {}
          closed: {after: [print, draft], deadline: 2027-01-20}
          print: {duration: 10d, after: [begin]}
        """
    found = _metrics(text)
    assert _told(found[1]) == ("0.0 % (0/4)", "passed", ())
    # Ten days to the end, and two less to its deadline.
    assert _told(found[13]) == ("0.800", "failed", ("closed",))


def test_without_a_status_date_a_path_is_not_said_to_lack_a_baseline() -> None:
    text = """
        baseline: adopted
        tasks: {a: {duration: 5d}}
        --- # baseline
        tasks: {a: {duration: 5d}}
        """
    assert _told(_metrics(text)[13]) == ("no status date", "n/a", ())
    assert _told(_metrics(text.partition("---")[0])[13]) == ("no baseline and no deadline", "n/a", ())


def test_what_a_plan_does_not_hold_is_not_applicable() -> None:
    found = _metrics("tasks: {start: {}}")
    assert [number for number, each in found.items() if each.verdict == "n/a"] == [
        2,
        3,
        4,
        9,
        10,
        11,
        12,
        13,
        14,
    ]


def test_a_delay_of_a_whole_path_delays_the_end_as_much() -> None:
    found = _metrics("tasks: {a: {duration: 5d}, b: {duration: 5d, after: [a]}}")
    assert _told(found[12]) == ("600 d", "passed", ("a",))


def test_the_critical_path_test_takes_a_task_that_has_time_for_it() -> None:
    text = """
        calendars:
          call: {within: office, only: {from: 2027-02-01, to: 2027-02-12}}
        tasks:
          apply: {duration: 5d, calendar: call}
          print: {duration: 5d, after: [apply]}
        """
    assert _told(_metrics(text)[12]) == ("600 d", "passed", ("print",))


def test_a_path_that_a_fixed_date_breaks_fails() -> None:
    text = """
        tasks:
          a: {duration: 5d}
          b: {duration: 5d, manual: {start: 2027-01-18, finish: 2027-01-22}, after: [a]}
        """
    assert _metrics(text)[12].verdict == "failed"


def test_the_path_length_index_falls_with_negative_float() -> None:
    # The path is 20 days long and the deadline 5 days too early: (20 - 5) / 20.
    found = _metrics("tasks: {a: {duration: 20d, deadline: 2027-01-29}}")
    assert _told(found[13]) == ("0.750", "failed", ("a",))


def test_dates_on_the_wrong_side_of_the_status_date_are_invalid() -> None:
    text = """
        status-date: 2027-01-20
        tasks:
          past: {duration: 1d, manual: {start: 2027-01-11, finish: 2027-01-11}}
          future: {duration: 5d, started: 2027-01-25}
          fine: {duration: 5d, start-no-earlier-than: 2027-01-25}
        """
    assert _told(_metrics(text)[9]) == ("66.7 % (2/3)", "failed", ("past", "future"))


def test_the_path_length_index_against_the_baseline_is_that_of_the_worst_key_milestone() -> None:
    text = """
        baseline: adopted
        status-date: 2027-01-11
        tasks:
          draft: {duration: 21d}
          signed: {key: true, after: [draft]}
          opened: {key: true, after: [signed FS+10d]}
        --- # baseline
        tasks:
          draft: {duration: 16d}
          signed: {key: true, after: [draft]}
          opened: {key: true, after: [signed FS+15d]}
        """
    # From the status date on 20 days of work lie before the signing, which the baseline has 5 days earlier.
    assert _told(_metrics(text)[13]) == ("0.750", "failed", ("signed",))


def test_the_path_length_index_needs_a_baseline_or_a_deadline() -> None:
    without = _metrics("tasks: {a: {duration: 20d}}")[13]
    assert (without.value, without.verdict) == ("no baseline and no deadline", "n/a")
    assert _told(_metrics("tasks: {a: {duration: 20d, deadline: 2027-02-05}}")[13]) == (
        "1.000",
        "passed",
        ("a",),
    )


def test_a_duration_is_that_of_the_baseline_where_it_has_the_task() -> None:
    text = """
        baseline: adopted
        tasks:
          shrunk: {duration: 10d}
          grown: {duration: 60d}
          new: {duration: 60d}
        --- # baseline
        tasks:
          shrunk: {duration: 60d}
          grown: {duration: 10d}
        """
    assert _told(_metrics(text)[8]) == ("66.7 % (2/3)", "failed", ("shrunk", "new"))
