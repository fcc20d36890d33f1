from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated

from transition_planner.tui.commands.helppage import help_page
from transition_planner.tui.commands.registry import groups

if TYPE_CHECKING:
    from tests.tui.driving import Seat


def told(typed: str) -> list[str]:
    """The page's lines."""
    return [line.rstrip() for line in help_page(groups(), typed).plain.splitlines()]


def page(seat: Seat) -> str:
    return "\n".join(seat.lines())


def test_a_key_finds_what_it_does() -> None:
    assert told("I") == [
        "Progress and dates",
        "  I            Range: Set the shortest and the longest duration.",
    ]
    assert told("^s") == told("ctrl+s") == ["File", "  s  ^s        Save: Write the plan to its file."]
    assert told("?") == ["Looking", "  ?  F1        Help: Show what all keys do."]


def test_words_find_names_and_sentences_and_signs() -> None:
    assert told("UNIT five long") == [
        "Editing",
        "  >            Much longer: Duration five units longer.",
    ]
    assert told("deadline missed") == ["Signs", "  ▼            deadline missed"]
    assert "  p            Paste: Add what was copied below, with new ids and without progress." in told(
        "paste"
    )


def test_the_name_of_a_group_finds_all_its_commands() -> None:
    assert [line for line in told("progress and dates") if not line.startswith(" ")] == ["Progress and dates"]
    assert any(line.startswith("  I  ") for line in told("progress"))


def test_nothing_typed_is_everything_and_nothing_found_is_told() -> None:
    assert len(told("")) > 80
    assert told("xyzzy") == ["nothing has that: a key, a name or a word"]


@driven
async def test_typing_narrows_the_help_and_escape_widens_it_before_it_closes() -> None:
    async with seated(size=(100, 30)) as seat:
        await seat.press("?")
        assert "Keys: Plan" in page(seat)
        await seat.press(*"undo")
        assert "Take the last edit back." in page(seat)
        assert "To the task above." not in page(seat)
        await seat.press("escape")
        assert "To the task above." in page(seat)
        await seat.press("escape")
        assert seat.app.screen is seat.screen


@driven
async def test_a_question_mark_among_letters_closes_nothing() -> None:
    async with seated() as seat:
        await seat.press("?", "a", "?")
        assert seat.app.screen is not seat.screen
        await seat.press("f1")
        assert seat.app.screen is seat.screen
