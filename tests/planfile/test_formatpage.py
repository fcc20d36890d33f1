from __future__ import annotations

import pytest
from tests.planfile.formatpage import PAGE, page

from transition_planner.law.lawrule import Pack
from transition_planner.plan.plan import Plan
from transition_planner.plan.register import Register
from transition_planner.planfile.schema import schema_of

GENERIC = "A text, or the same text by language: {fi: …, en: …}."


def test_the_page_is_that_of_the_schemas() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("entry", [Plan, Register, Pack], ids=lambda entry: entry.__name__)
def test_each_key_says_what_it_means_and_not_only_its_type(entry: type[Plan | Register | Pack]) -> None:
    schema = schema_of(entry)
    texts = [
        field["description"]
        for part in (schema, *schema["$defs"].values())
        for field in part["properties"].values()
    ]
    assert GENERIC not in texts
