from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.tui.plans import SMALL, STUDY, state

from transition_planner.tui.form.completing import candidates, completed, offered
from transition_planner.tui.form.fields import form_fields

if TYPE_CHECKING:
    from transition_planner.tui.form.fields import FormField

FIELDS: dict[str, FormField] = {field.name: field for field in form_fields()}


def meant(name: str, text: str, plan: str = STUDY, cursor: int | None = None) -> list[str]:
    opened = state(plan)
    field = FIELDS[name]
    cursor = len(text) if cursor is None else cursor
    return [each.id for each in candidates(field, text, cursor, offered(field, opened, ("choose",)))]


def taken(name: str, text: str, cursor: int | None = None) -> tuple[str, int]:
    field = FIELDS[name]
    cursor = len(text) if cursor is None else cursor
    among = candidates(field, text, cursor, offered(field, state(STUDY), ("choose",)))
    return completed(field, text, cursor, among[0])


def test_tasks_are_found_by_id_and_title() -> None:
    assert meant("after", "hea") == ["hear"]
    assert meant("after", "the costs") == ["count"]
    assert meant("after", "hear, lic") == ["licence"]


def test_a_task_is_not_offered_itself() -> None:
    assert meant("after", "choos") == []
    assert "choose" not in meant("after", "choo")


def test_what_is_named_already_is_not_offered() -> None:
    assert meant("after", "hear") == []
    assert meant("after", "hear FS+5d") == []


@pytest.mark.parametrize(
    ("text", "cursor", "becomes"),
    [
        ("hea", None, ("hear", 4)),
        ("hear, cou", None, ("hear, count", 11)),
        ("lic, hear", 3, ("licence, hear", 7)),
        ("cou FS+5d", None, ("count FS+5d", 11)),
    ],
)
def test_the_words_at_the_cursor_are_replaced(
    text: str, cursor: int | None, becomes: tuple[str, int]
) -> None:
    assert taken("after", text, cursor) == becomes


def test_other_fields_offer_what_the_plan_has() -> None:
    assert meant("calendar", "") == ["board", "office", "always"]
    assert meant("owner", "") == ["lead"]
    assert meant("in", "merger, a") == ["apart"]
    assert meant("mitigates", "licence") == ["U3"]
    assert meant("serves", "") == ["T1", "T2"]
    assert meant("kind", "") == ["people"]
    assert meant("key", "") == ["yes", "no"]
    assert meant("duration", "5") == []
    assert meant("serves", "", SMALL) == []
