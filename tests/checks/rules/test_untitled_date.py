from __future__ import annotations

import pytest
from tests.checks.small import messages


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("", ["signed has no title: calendars show its id"]),
        ("title: {en: Signed}", ["the title of signed is not told in fi, sv"]),
        ("title: {fi: Valmis, sv: Klart, en: Done}", []),
        ("title: Signed", []),
        ("finished: 2027-01-11", []),
    ],
)
def test_titles_are_told_in_the_languages_of_the_plans_own(title: str, told: list[str]) -> None:
    text = f"""
        title: {{fi: Koti, sv: Hem, en: Home}}
        roles: {{ours: {{side: school-a}}}}
        tasks:
          draft: {{duration: 1d}}
          signed: {{{title}}}
        """
    assert messages(text, "TPA04") == told


def test_what_nobody_subscribes_to_may_be_told_by_its_id() -> None:
    assert messages("tasks: {signed: {}}", "TPA04") == []
