from __future__ import annotations

from pathlib import Path

import pytest

from transition_planner.checks import rules as folder
from transition_planner.checks.registry import find, rules
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


@pytest.mark.parametrize("name", ["TP201", "tp201", "deadline-missed", "Deadline-Missed"])
def test_a_rule_is_found_by_code_and_by_name(name: str) -> None:
    assert find(name).code == "TP201"


def test_what_is_no_rule_is_not_found() -> None:
    with pytest.raises(KeyError, match="TP999"):
        find("TP999")
