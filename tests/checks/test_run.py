from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given, reject
from tests.checks.small import HEAD, REGISTER, found, small_document
from tests.schedule.networks import CALENDARS, ROLES, tasks

from transition_planner.checks.context import UnscheduledError
from transition_planner.checks.run import check, contexts
from transition_planner.planfile.loading import PlanFileError, parse

TWO_MODELS = """
    models: {merger: {}, separate: {}}
    tasks:
      draft: {duration: 10d, deadline: 2027-01-20}
      apply: {duration: 5d, deadline: 2027-01-14, in: [separate]}
    """


def test_findings_come_in_the_order_of_their_places_and_the_register_last() -> None:
    findings = found(TWO_MODELS, register=REGISTER)
    places = [(each.register, each.place.line, each.place.column) for each in findings if each.place]
    assert len(places) == len(findings)
    assert places == sorted(places)
    assert {each.register for each in findings} == {False, True}


def test_a_finding_of_all_models_is_given_once_and_names_none() -> None:
    messages = [each.message for each in found(TWO_MODELS, "TP201")]
    assert messages == [
        "draft finishes on 2027-01-22, 2 days late for its deadline 2027-01-20",
        "apply finishes on 2027-01-15, 1 day late for its deadline 2027-01-14 (in separate)",
    ]


def test_only_the_models_asked_for_are_looked_at() -> None:
    document = small_document(TWO_MODELS)
    assert [each.message for each in check(document, ["merger"]) if each.code == "TP201"] == [
        "draft finishes on 2027-01-22, 2 days late for its deadline 2027-01-20"
    ]
    assert [each.message for each in check(document, ("separate",)) if each.code == "TP201"] == [
        "draft finishes on 2027-01-22, 2 days late for its deadline 2027-01-20",
        "apply finishes on 2027-01-15, 1 day late for its deadline 2027-01-14",
    ]


def test_no_models_asked_for_are_all() -> None:
    document = small_document(TWO_MODELS)
    assert check(document, ()) == check(document) == check(document, ("merger", "separate"))


def test_a_clean_plan_has_no_findings() -> None:
    text = """
        roles: {lead: {title: Project lead}}
        tasks:
          project-start: {}
          draft: {duration: 10d, after: [project-start], owner: lead}
          signed: {after: [draft]}
        """
    assert found(text) == ()


def test_rules_that_look_only_when_asked_find_nothing_else_and_do_not_make_their_waivers_unused() -> None:
    text = """
        waivers: [{rule: TP507, why: Ranges come in May, until: 2027-12-31}]
        tasks: {draft: {duration: 10d}}
        """
    document = small_document(text)
    assert {each.code for each in check(document)}.isdisjoint({"TP507", "TP504"})
    without = small_document("tasks: {draft: {duration: 10d}}")
    assert "TP507" in {each.code for each in check(without, asked=["TP50"])}


@given(tasks())
def test_what_waits_for_each_row_is_what_its_schedule_says(entries: dict[str, Any]) -> None:
    head = {**HEAD, "calendars": CALENDARS, "roles": ROLES, "tasks": entries}
    try:
        (context,) = contexts(parse(yaml.safe_dump(head)), (None,))
        behind = [tuple(arcs) for arcs in context.behind]
    except (PlanFileError, UnscheduledError):
        reject()
    assert behind == [context.schedule.successors(row) for row in range(len(context.outline))]
