"""The page on assessments names the points, and the rules beside them, that there are."""

from __future__ import annotations

import re
from pathlib import Path

from tests.checks.catalogue import DCMA
from tests.checks.small import small_document

from transition_planner.checks.assessment import assessment
from transition_planner.checks.practices import CODES, practices
from transition_planner.checks.registry import rules
from transition_planner.checks.run import contexts
from transition_planner.locales import speaking

PAGE = Path(__file__).parents[2] / "docs" / "assessments.md"


def _rows() -> list[tuple[str, tuple[str, ...]]]:
    """Of each row that begins with a number its first cell and the codes of its last."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if re.match(r"\| \d", line)]
    cells = [line.strip("| ").split(" | ") for line in lines]
    return [(each[0], tuple(each[-1].split(", "))) for each in cells]


def test_each_point_stands_on_the_page_with_its_rules() -> None:
    (context,) = contexts(small_document("tasks: {a: {duration: 50d}}"), (None,), None)
    with speaking("en"):
        points, kept = assessment(context), practices(context)
    rows = _rows()
    dcma, gao = rows[: len(points)], rows[len(points) :]
    assert [first for first, _codes in dcma] == [f"{each.number} {each.name}" for each in points]
    assert [codes for _first, codes in dcma] == list(DCMA.values())
    assert [first for first, _codes in gao] == [f"{each.number} {each.name}" for each in kept]
    assert [codes for _first, codes in gao] == [
        tuple(rule.code for rule in rules() if rule.code.startswith(CODES[each.number])) for each in kept
    ]
