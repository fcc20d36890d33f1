from __future__ import annotations

from pathlib import Path

from transition_planner.checks import rules as folder
from transition_planner.checks.registry import rules
from transition_planner.checks.rule import Family

FILES = sorted(path.stem for path in Path(folder.__path__[0]).glob("[!_]*.py"))


def test_each_file_holds_the_one_rule_it_is_named_after() -> None:
    assert sorted(rule.slug.replace("-", "_") for rule in rules()) == FILES


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))


def test_the_first_digit_is_that_of_the_family() -> None:
    families = list(Family)
    assert [families[int(rule.code[2]) - 1] for rule in rules()] == [rule.family for rule in rules()]
