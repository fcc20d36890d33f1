from __future__ import annotations

import pytest
from tests.tui.driving import driven, seated
from tests.tui.plans import state

from transition_planner.tui.dialogs.picker import choices, hits, split_suffix

OFFERED = choices(state().schedule.outline)


def found(typed: str) -> list[str]:
    return [choice.id for choice in hits(OFFERED, typed)]


def test_everything_is_offered_before_anything_is_typed() -> None:
    assert found("") == ["prepare", "ask", "draft", "look", "decide", "agree", "sign"]


def test_parts_of_ids_and_titles_are_found_in_any_order() -> None:
    assert found("ion") == ["prepare", "decide"]
    assert found("AGREED") == ["agree"]
    assert found("ion dec") == ["decide"]
    assert found("nothing of that") == []


def test_what_begins_with_it_comes_first() -> None:
    assert found("d")[0:2] == ["draft", "decide"]
    assert found("sign") == ["sign"]


def test_no_more_are_shown_than_can_be_read() -> None:
    assert len(hits(OFFERED * 20, "")) == 50


@pytest.mark.parametrize(
    ("typed", "name", "suffix"),
    [
        ("hear pupils", "hear pupils", ()),
        ("hear FS+5d", "hear", ("FS+5d",)),
        ("hear ff", "hear", ("FF",)),
        ("hear pupils ss +2d", "hear pupils", ("SS", "+2d")),
        ("FS", "FS", ()),
        ("the fshop", "the fshop", ()),
    ],
)
def test_a_link_type_stands_behind_the_name(typed: str, name: str, suffix: tuple[str, ...]) -> None:
    assert split_suffix(typed) == (name, suffix)


@driven
async def test_that_nothing_fits_is_said_and_cannot_be_taken() -> None:
    async with seated() as seat:
        await seat.press(":", *"look", "enter", "l", *"nothing of that")
        assert any("nothing fits what is typed" in line for line in seat.lines())
        await seat.press("enter", "down", "enter")
        assert seat.app.screen is not seat.screen
        await seat.press(*["backspace"] * 20, *"draft", "enter")
        assert "after: [draft]\n" in seat.text.partition("look:")[2].partition("decide:")[0]
