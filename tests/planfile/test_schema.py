from __future__ import annotations

import json
import warnings
from typing import Any

import jsonschema
import pytest

from transition_planner.planfile.nodes import compose
from transition_planner.planfile.schema import SCHEMAS, schema_file, schema_text

PLAN = """\
# yaml-language-server: $schema=plan.schema.json
format: 1
id: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d
title: {fi: Kohti unelmien musiikkioppilaitosta, en: Towards the music school we dream of}
start: 2027-01-11
calendar: office
models:
  merger: {goal: choose-model, overrides: {choose-model: {duration: 3d}}}
calendars:
  office:
    week: mon-fri 08:00-12:00 13:00-16:00
    holidays: [FI]
    closed:
      - {every: 12-24..01-01, why: joululoma}
  board: {within: office, only: {rrule: FREQ=MONTHLY;BYDAY=2TU}}
roles: {board: {title: Hallitus, side: joint}}
tasks:
  start:
    tasks:
      hear-pupils: {duration: 8d, range: 5d..15d, done: 40%, key: true}
  choose-model:
    after: [hear-pupils FS+5d]
    deadline: {date: 2027-06-18, why: kokous}
    must-start-on: 2027-06-18T12:00
    in: [merger]
"""
REGISTER = "objectives: {T9: {title: Suunnitella aikataulu, applies: [merger], likelihood: 3}}\n"


def validator(name: str) -> Any:
    schema = json.loads(schema_file(name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_that_of_the_models(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert schema_file(name).read_text(encoding="utf-8") == schema_text(name), (
            "write it anew: python -m transition_planner.planfile.schema"
        )


@pytest.mark.parametrize(("name", "text"), [("plan", PLAN), ("register", REGISTER)])
def test_a_good_file_passes(name: str, text: str) -> None:
    assert list(validator(name).iter_errors(compose(text).data())) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("format: 1", "format: 2"),
        ("start: 2027-01-11", "start: 11.1.2027"),
        ("duration: 8d", "duraton: 8d"),
        ("duration: 8d", "duration: 8"),
        ("duration: 8d", "duration:  "),
        ("range: 5d..15d", "range: 5d-15d"),
        ("key: true", "key: yes"),
        ("done: 40%", "done: most"),
        ("[hear-pupils FS+5d]", "hear-pupils"),
        ("{date: 2027-06-18, why: kokous}", "{why: kokous}"),
        ("title: {fi: Kohti", "title: {suomi: Kohti"),
        ("12-24..01-01", "24.12."),
        ("start:\n", "start it:\n"),
    ],
)
def test_typical_errors_fail(good: str, bad: str) -> None:
    assert good in PLAN
    assert not validator("plan").is_valid(compose(PLAN.replace(good, bad, 1)).data())


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_key_is_described(name: str) -> None:
    schema = json.loads(schema_text(name))
    undescribed = [
        f"{owner}.{key}"
        for owner, entry in [(name, schema), *schema["$defs"].items()]
        for key, value in entry.get("properties", {}).items()
        if "description" not in value
    ]
    assert undescribed == []
