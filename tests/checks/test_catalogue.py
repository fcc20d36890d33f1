from __future__ import annotations

from itertools import chain

from tests.checks.catalogue import ACUMEN, CATALOGUE, DCMA, DECM, P6, READING

from transition_planner.checks.registry import rules
from transition_planner.checks.rule import Family

CODES = {rule.code: rule for rule in rules()}
NAMED = {code for _family, _asked, codes in CATALOGUE for code in codes}


def test_each_point_of_the_standards_is_looked_at_by_rules_that_there_are() -> None:
    assert list(DCMA) == list(range(1, 15))
    standards = (*DCMA.values(), *P6.values(), *DECM.values(), *ACUMEN.values())
    assert set(chain(*standards)) <= NAMED
    assert NAMED - CODES.keys() == {READING}


def test_each_rule_but_those_of_law_register_and_calendars_is_asked_for_by_a_standard() -> None:
    own = {rule.code for rule in rules() if rule.family in {Family.COVERAGE, Family.LAW, Family.CALENDARS}}
    assert CODES.keys() - own - NAMED == set()
