from __future__ import annotations

import pytest

from transition_planner.cli.suggestions import did_you_mean

IDS = ("choose-model", "choose-site", "hear-pupils", "sign-merger-agreement")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("chose-model", " Did you mean choose-model or choose-site?"),
        ("CHOOSE-MODEL", " Did you mean choose-model?"),
        ("choose", " Did you mean choose-model or choose-site?"),
        ("agreement", " Did you mean sign-merger-agreement?"),
        ("xyzzy", ""),
        ("", ""),
    ],
)
def test_the_nearest_names_are_told(typed: str, told: str) -> None:
    assert did_you_mean(typed, IDS) == told


def test_a_title_leads_to_its_id() -> None:
    assert (
        did_you_mean("hear the pupil", ["Hear the pupils"], {"Hear the pupils": "hear-pupils"})
        == " Did you mean hear-pupils?"
    )


def test_at_most_three_are_told() -> None:
    assert did_you_mean("a", ["a1", "a2", "a3", "a4"]) == " Did you mean a1, a2 or a3?"
