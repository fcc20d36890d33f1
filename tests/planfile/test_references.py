"""What single errors say is in `bad`; here is what has several forms, and what is right."""

from __future__ import annotations

import pytest

from transition_planner.planfile.loading import PlanFileError, parse

HEAD = "format: 1\nid: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d\ntitle: x\nstart: 2027-01-11\n"
SECTIONS = """\
register: register.yaml
chosen: merger
models:
  merger: {goal: end, overrides: {b: {duration: 3d, calendar: null, after: [a]}}}
  separate: {}
calendars: {office: {}, board: {within: office}, late: {within: always}}
roles: {lead: {calendar: office}, board: {}}
"""
REGISTER = """\
objectives: {T1: {title: x, applies: [merger]}}
opportunities: {M1: {title: x}}
threats: {U1: {title: x}}
"""


def said(tasks: str, sections: str = SECTIONS, register: str | None = REGISTER) -> list[str]:
    text = f"{HEAD}{sections}tasks:\n{tasks}"
    try:
        parse(text, register_text=register)
    except PlanFileError as error:
        return [f"{finding.code} {finding.message}" for finding in error.findings]
    return []


GOOD = """\
  p: {after: [a], calendar: board, start-no-earlier-than: 2027-02-01, tasks: {b: {duration: 1d, calendar: late}}}
  a:
    duration: 1d
    range: 1d..2w
    owner: lead
    involves: [board]
    in: [merger, separate]
    serves: [T1]
    realises: [M1]
    mitigates: [U1]
  end: {after: [p, b FF+2d]}
"""


def test_a_plan_whose_references_all_exist_is_right() -> None:
    assert said(GOOD) == []


def test_every_reference_of_a_task_is_checked() -> None:
    task = "{after: [q], calendar: q, owner: q, involves: [q], in: [q], serves: [q], realises: [q], mitigates: [q]}"
    assert said(f"{GOOD}  wrong: {task}\n") == [
        "TP005 there is no task q",
        "TP005 there is no calendar q",
        "TP005 there is no role q",
        "TP005 there is no role q",
        "TP005 there is no model q",
        "TP005 the register has no objective q",
        "TP005 the register has no opportunity q",
        "TP005 the register has no threat q",
    ]


def test_references_outside_tasks_are_checked() -> None:
    sections = """\
calendar: q
chosen: q
choice: q
models: {merger: {goal: q, overrides: {q: {}}}}
calendars: {office: {within: q}}
roles: {lead: {calendar: q}}
"""
    assert said("  a: {}\n", sections) == [
        "TP005 there is no calendar q",
        "TP005 there is no model q",
        "TP005 there is no task q",
        "TP005 there is no task q",
        "TP005 there is no task q",
        "TP005 there is no calendar q",
        "TP005 there is no calendar q",
    ]


def test_without_the_registers_text_its_ids_are_not_checked() -> None:
    assert said("  a: {serves: [T99]}\n  b: {}\n  end: {}\n", register=None) == []


def test_an_item_of_the_register_names_models_of_the_plan() -> None:
    register = REGISTER.replace("[merger]", "[merger, cooperation]")
    assert said(GOOD, register=register) == ["TP005 there is no model cooperation"]


def test_calendars_within_each_other_are_each_told() -> None:
    sections = "calendars: {a: {within: b}, b: {within: c}, c: {within: a}, d: {within: a}}\n"
    assert said("  t: {}\n", sections) == [
        "TP003 the calendar a lies within itself",
        "TP003 the calendar b lies within itself",
        "TP003 the calendar c lies within itself",
    ]


def test_a_circle_of_links_is_no_matter_of_reading_not_even_within_a_task_or_its_phases() -> None:
    tasks = "  p: {after: [a], tasks: {q: {tasks: {a: {after: [p, a]}}}}}\n"
    assert said(tasks, "") == []


def test_an_override_is_checked_as_the_task_it_makes() -> None:
    sections = SECTIONS.replace(
        "{duration: 3d, calendar: null, after: [a]}", "{range: 4d..2d, owner: q, after: [b]}"
    )
    assert said(GOOD, sections) == [
        "TP003 the range 4d..2d begins above its end",
        "TP005 there is no role q",
    ]


def test_an_override_that_is_no_field_of_a_task_is_unknown() -> None:
    sections = SECTIONS.replace(
        "{duration: 3d, calendar: null, after: [a]}", "{start_no_earlier_than: 2027-03-01}"
    )
    assert said(GOOD, sections) == ["TP002 start_no_earlier_than is no key of a task"]


@pytest.mark.parametrize(
    "key",
    [
        "duration: 1d",
        "range: 1d..2d",
        "started: 2027-03-01",
        "finished: 2027-03-01",
        "done: 0%",
        "remaining: 1d",
        "start-no-later-than: 2027-03-01",
        "finish-no-earlier-than: 2027-03-01",
        "finish-no-later-than: 2027-03-01",
        "must-start-on: 2027-03-01",
        "must-finish-on: 2027-03-01",
        "as-late-as-possible: true",
    ],
)
def test_a_phase_has_no_dates_of_its_own(key: str) -> None:
    name = key.partition(":")[0]
    assert said(f"  p: {{{key}, tasks: {{a: {{}}}}}}\n", "") == [
        f"TP003 a phase cannot have {name}: its dates come from its tasks"
    ]


@pytest.mark.parametrize(
    "fields", ["duration: 1w, range: 3d..20d", "duration: 3d, range: 1w..3d", "duration: 3d, range: 3d..3d"]
)
def test_a_range_is_compared_only_in_the_same_unit(fields: str) -> None:
    assert said(f"  a: {{{fields}}}\n", "") == []
