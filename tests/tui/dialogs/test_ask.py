from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.driving import driven, seated
from tests.tui.plans import SMALL

from transition_planner.tui.dialogs import ask
from transition_planner.tui.dialogs.ask import Answer, Ask

if TYPE_CHECKING:
    import pytest

ANSWERS = (Answer("x", "throw it away"), Answer("y", "keep it"))


@driven
async def test_keys_that_were_under_way_answer_no_question_that_comes_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ask, "STARTLED_SECONDS", 3600.0)
    taken: list[str] = []
    async with seated() as seat:
        seat.screen.ask(Ask("Keep it?", ANSWERS, unasked=True), lambda answer: taken.append(answer or ""))
        await seat.burst(*"x+y", "enter", "escape")
        assert isinstance(seat.app.screen, Ask)
        monkeypatch.setattr(ask, "STARTLED_SECONDS", 0.0)
        await seat.press("y")
        assert taken == ["y"]
        assert seat.text == SMALL


@driven
async def test_a_question_that_a_key_has_asked_is_answered_at_once() -> None:
    taken: list[str] = []
    async with seated() as seat:
        seat.screen.ask(Ask("Keep it?", ANSWERS), lambda answer: taken.append(answer or ""))
        await seat.burst("x")
        assert taken == ["x"]


@driven
async def test_an_answer_can_be_clicked() -> None:
    taken: list[str] = []
    async with seated() as seat:
        seat.screen.ask(Ask("Keep it?", ANSWERS), lambda answer: taken.append(answer or ""))
        await seat.pilot.pause()
        y = next(y for y, line in enumerate(seat.lines()) if "throw it away" in line)
        await seat.pilot.click(offset=(30, y))
        assert taken == ["x"]


@driven
async def test_on_a_low_terminal_the_answers_are_seen_and_the_question_can_be_read() -> None:
    question = "\n".join(f"conflict {number}" for number in range(20))
    async with seated(size=(40, 10)) as seat:
        seat.screen.ask(Ask(question, ANSWERS), lambda _answer: None)
        await seat.pilot.pause()
        page = "\n".join(seat.lines())
        assert "throw it away" in page
        assert "keep it" in page
        assert "conflict 0" not in page
        await seat.press(*["pageup"] * 5)
        assert "conflict 0" in "\n".join(seat.lines())
        await seat.press("down", "pagedown", "x")
        assert seat.app.screen is seat.screen
