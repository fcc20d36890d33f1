from __future__ import annotations

import pytest
from tests.checks.proofs import GOLDENS, PROOFS, Proof, said

from transition_planner.checks.registry import rules


def test_no_rule_finds_anything_in_the_sound_plan() -> None:
    assert said(Proof()) == (set(), "\n")


def test_each_rule_has_its_proof_and_each_golden_its_rule() -> None:
    codes = {rule.code for rule in rules()}
    assert PROOFS.keys() == codes
    assert {path.stem for path in GOLDENS.iterdir()} == codes


@pytest.mark.parametrize("code", PROOFS)
def test_the_rule_is_broken_alone_and_says_what_stands_in_its_golden(code: str) -> None:
    codes, text = said(PROOFS[code])
    assert codes == {code} | PROOFS[code].with_it
    assert text == (GOLDENS / f"{code}.txt").read_text(encoding="utf-8")
