from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checks.rulespage import HEADINGS, PAGE, page, sections

from transition_planner.checks.registry import rules

if TYPE_CHECKING:
    from transition_planner.checks.rule import Rule


def test_the_page_is_that_of_the_rules() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_has_all_headings_in_order(rule: Rule) -> None:
    assert tuple(sections(rule)) == HEADINGS
    assert all(sections(rule).values())
