"""Two hundred random ways to spoil the shipped plan: a rule finds each, or it is shown to do no harm."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.plans.mutations import KINDS, owners_removed, waivers_spoilt
from tests.plans.states import State

from transition_planner.planfile.edits import apply
from transition_planner.planfile.loading import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.plans.mutations import Mutation

PLAN = Path(__file__).parents[2] / "plans" / "helsinki-music-schools"
SEED = 2027


@cache
def _shipped() -> State:
    return State(load(PLAN))


def test_there_are_two_hundred() -> None:
    assert sum(KINDS.values()) == 200


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_mutation_is_found_by_its_rules_alone_or_does_no_harm(
    kind: Callable[[State, Random], Iterator[Mutation]],
) -> None:
    before, rng = _shipped(), Random(SEED)  # noqa: S311  # the same mutations each time
    found = harmless = 0
    for mutation in rng.sample(list(kind(before, rng)), KINDS[kind]):
        after = State(apply(before.document, mutation.edit).document, before.document)
        expected = mutation.expected(before, after)
        news = {sign for sign in after.found - before.found if sign[0] in mutation.named}
        assert news == expected, mutation.label
        if expected:
            found += 1
        else:
            assert mutation.excuse(before, after), mutation.label
            harmless += 1
    assert found
    assert harmless or kind in {owners_removed, waivers_spoilt}
