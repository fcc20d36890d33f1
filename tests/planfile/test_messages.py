from __future__ import annotations

from typing import Any

import pytest

from transition_planner.planfile import messages
from transition_planner.planfile.loading import PlanFileError, parse

HEAD = "format: 1\nid: 6f1c0e1a-93c5-4d0e-8d0b-2f1f6a7b8c9d\ntitle: x\nstart: 2027-01-11\ntasks: {a: {}}\n"


def said(section: str) -> list[str]:
    with pytest.raises(PlanFileError) as error:
        parse(HEAD + section)
    return [finding.message for finding in error.value.findings]


@pytest.mark.parametrize(
    ("section", "message"),
    [
        ("summary: 5", "5 is not a text"),
        ("summary: [a]", "a text is expected here, not a list"),
        ("summary: {fi: 5}", "5 is not a text"),
        ("summary: {Fi: x}", "Fi is no language"),
        ("calendars: {c: {week: 5}}", "5 is not a text"),
        ("calendars: {c: {week: [5]}}", "5 is not a text"),
        ("calendars: {c: {week: {a: b}}}", "a text is expected here, not a map"),
        ("calendars: {c: {closed: {on: 2027-03-01}}}", "a list is expected here, not a map"),
        ("calendars: {c: {only: 2027-03-01}}", "keys with values are expected here, not 2027-03-01"),
        ("calendars: {c: {only: [2027-03-01]}}", "keys with values are expected here, not 2027-03-01"),
        (
            "calendars: {c: {only: {every: x}}}",
            "'x' is not a yearly span: write month-day..month-day as in 12-24..01-01, or one 06-06",
        ),
        ("calendars: {c: {holidays: [FI, 3]}}", "3 is not a text"),
        ("roles: [a]", "keys with values are expected here, not a list"),
        ("roles: {b: }", "b has no value"),
        ("chosen: true", "true is not a text"),
        ("chosen: two words", "'two words' is no id"),
        ("waivers: [{rule: tp501, why: So, until: 2028-01-01}]", "'tp501' is no rule that can be waived"),
        ("waivers: [{rule: TP003, why: So, until: 2028-01-01}]", "'TP003' is no rule that can be waived"),
        ("rules: fi/association", "a list is expected here, not fi/association"),
        ("limits: {critical: 1%}", "a duration cannot be 1%: it is zero or more of a unit"),
    ],
)
def test_a_wrong_value_is_told_once_and_in_our_words(section: str, message: str) -> None:
    assert said(section) == [message]


def test_sentences_of_validators_are_translated_before_they_are_filled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finnish = {"{value} is not a time zone: write one as in Europe/Helsinki": "{value} ei ole aikavyöhyke"}

    def translate(sentence: str) -> Any:
        return finnish.get(sentence, sentence)

    monkeypatch.setattr(messages, "_", translate)
    assert said("timezone: Turku") == ["'Turku' ei ole aikavyöhyke"]
