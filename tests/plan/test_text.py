from __future__ import annotations

import pytest

from transition_planner.plan.text import in_language


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Sama", "en", "Sama"),
        ({"fi": "Päätä", "en": "Decide"}, "fi", "Päätä"),
        ({"fi": "Päätä", "en": "Decide"}, "sv", "Decide"),
        ({"fi": "Päätä", "sv": "Besluta"}, "en", "Päätä"),
        ({"fi": "Päätä", "en": ""}, "en", "Päätä"),
        (None, "fi", ""),
    ],
)
def test_a_text_is_told_in_the_language_or_the_nearest_it_has(
    text: str | dict[str, str] | None, language: str, said: str
) -> None:
    assert in_language(text, language) == said
