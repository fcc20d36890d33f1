from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checks.rulespage import sections
from tests.checks.small import REGISTER, found

from transition_planner.checks.registry import rules

if TYPE_CHECKING:
    from transition_planner.checks.rule import Rule

RULES = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


@RULES
def test_the_example_that_fails_is_found(rule: Rule) -> None:
    findings = found(sections(rule)["Example that fails"], rule.code, register=REGISTER)
    assert {(each.severity, each.place is not None, each.hint != "") for each in findings} == {
        (rule.severity, True, True)
    }


@RULES
def test_the_example_that_passes_is_not_found(rule: Rule) -> None:
    assert found(sections(rule)["Example that passes"], rule.code, register=REGISTER) == ()
