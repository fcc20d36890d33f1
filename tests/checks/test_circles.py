"""With a circle of links in a plan the rules look at what has dates, and take no lack of the rest for a fault."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from tests.checks.small import REGISTER, TODAY, found, messages, small_document
from tests.schedule.dateless import no_dates_of_undated
from tests.schedule.test_circles import tangled
from tests.schedule.test_properties import make

from transition_planner.checks.assessment import assessment
from transition_planner.checks.context import UnscheduledError
from transition_planner.checks.practices import practices
from transition_planner.checks.registry import rules
from transition_planner.checks.run import contexts

if TYPE_CHECKING:
    from typing import Any

EVERY = tuple(rule.code for rule in rules())

WITH = """
    status-date: 2027-02-01
    chosen: merger
    models: {merger: {goal: opens}}
    calendars:
      board:
        within: office
        only: {rrule: FREQ=MONTHLY;BYDAY=2TU}
    tasks:
      begin: {duration: 1d, started: 2027-01-11, finished: 2027-01-11}
      agree: {duration: 5d, after: [begin, sign], mitigates: [U1], deadline: 2027-01-12}
      sign: {duration: 3d, calendar: board, after: [agree], must-finish-on: 2027-01-13}
      settle: {duration: 300d, after: [sign]}
      opens: {after: [settle]}
      closes: {after: [settle]}
      beside: {duration: 2d, after: [begin], deadline: 2027-01-12}
      last: {after: [beside]}
    """


def test_the_rest_is_checked_and_nothing_is_said_of_dates_that_are_none() -> None:
    with no_dates_of_undated():
        told = messages(WITH, *EVERY, register=REGISTER)
    assert "tasks wait for each other in a circle: agree → sign → agree" in told
    assert "beside finishes on 2027-01-13, 1 day late for its deadline 2027-01-12" in told
    assert "beside is forecast to start on 2027-01-12, before the status date 2027-02-01" in told
    assert {each.code for each in found(WITH, *EVERY, register=REGISTER) if "closes" in each.at} == set()


def test_what_waits_for_a_circle_may_be_the_end() -> None:
    text = """
        tasks:
          draft: {after: [sign]}
          sign: {after: [draft]}
          opens: {after: [sign]}
          apply: {duration: 5d}
        """
    assert messages(text, "TP302") == ["nothing waits for apply"]


def test_a_task_before_a_circle_is_no_open_end_and_belongs_to_the_rest() -> None:
    text = """
        tasks:
          begin: {duration: 1d}
          draft: {duration: 1d, after: [begin, sign]}
          sign: {duration: 1d, after: [draft]}
          end: {after: [sign]}
        """
    assert [code for code in ("TP302", "TP306", "TP307", "TP312") if messages(text, code)] == []


def test_a_measure_in_a_circle_is_there_and_may_be_in_time() -> None:
    text = """
        tasks:
          soon: {duration: 1d, after: [sign], mitigates: [U1], serves: [T1], realises: [M1]}
          sign: {duration: 1d, after: [soon]}
          late: {duration: 90d, mitigates: [U1]}
        """
    codes = ("TP401", "TP402", "TP403", "TP404")
    assert messages(text, *codes, register=REGISTER) == []
    without = text.replace("after: [soon]", "").replace("after: [sign], mitigates: [U1], ", "")
    assert len(messages(without, *codes, register=REGISTER)) == 1


@pytest.mark.parametrize("code", ["TP207", "TP706", "TP901", "TP902", "TP903", "TP904", "TP905"])
def test_what_is_said_of_the_whole_is_not_said_of_a_part(code: str) -> None:
    part = """
        status-date: 2027-01-15
        tasks:
          a: {duration: 99d, owner: lead, started: 2027-01-11}
          b: {duration: 9d, after: [a FS+20d], owner: lead}
          c: {duration: 9d, after: [b], owner: lead, key: true, start-no-earlier-than: 2028-01-01}
          d: {duration: 1d}
          x: {duration: 1d, after: [CLOSING]}
          y: {duration: 1d, after: [x]}
        roles: {lead: {}}
        """
    assert messages(part.replace("CLOSING", "y"), code) == []


def test_waivers_may_be_used_once_all_has_dates() -> None:
    text = """
        waivers: [{rule: TP201, of: x, why: agreed, until: 2027-12-31}]
        tasks: {x: {duration: 9d, after: [y], deadline: 2027-01-12}, y: {after: [x]}}
        """
    assert messages(text, "TP504") == []


@pytest.mark.parametrize("report", [assessment, practices])
def test_a_part_is_not_assessed_as_a_whole(report: Any) -> None:
    (context,) = contexts(small_document("tasks: {x: {after: [y]}, y: {after: [x]}, z: {}}"), [None], TODAY)
    with pytest.raises(UnscheduledError):
        report(context)


@given(tangled())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_no_rule_asks_for_a_date_that_is_none(entries: dict[str, Any]) -> None:
    plan = make(entries, **{"status-date": "2027-01-20"})
    document = replace(small_document("tasks: {}"), plan=plan)
    with no_dates_of_undated():
        for context in contexts(document, [None], TODAY):
            for rule in rules():
                try:
                    list(rule.look(context))
                except UnscheduledError:
                    continue
