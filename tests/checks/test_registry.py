from __future__ import annotations

from pathlib import Path

from transition_planner.checks import rules as folder
from transition_planner.checks.registry import rules, rules_for, standing_rules
from transition_planner.checks.rule import Family

FOLDER = Path(folder.__path__[0])


def test_each_file_holds_the_one_rule_it_is_named_after() -> None:
    named = {False: FOLDER.glob("[!_]*.py"), True: FOLDER.glob("asked/[!_]*.py")}
    for asked_only, files in named.items():
        slugs = [rule.slug.replace("-", "_") for rule in rules() if rule.asked_only is asked_only]
        assert sorted(slugs) == sorted(path.stem for path in files)


def test_what_is_asked_for_looks_beside_what_always_does() -> None:
    assert rules_for(()) == standing_rules() == tuple(rule for rule in rules() if not rule.asked_only)
    assert {rule.code for rule in rules_for(("TP308", "TP50"))} - {
        rule.code for rule in standing_rules()
    } == {
        "TP308",
        *(rule.code for rule in rules() if rule.asked_only and rule.code.startswith("TP50")),
    }


def test_codes_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))


def test_the_first_digit_is_that_of_the_family() -> None:
    families = list(Family)
    assert [families[int(rule.code[2], base=16) - 1] for rule in rules()] == [rule.family for rule in rules()]
