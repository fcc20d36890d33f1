"""Keys, mouse and changes of the file at random: nothing breaks, and what has to hold of the plan holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.tui.driving import driven, seated
from tests.tui.monkey import Monkey, play
from tests.tui.plans import MODELS, REGISTER, SMALL, STUDY, plan_file

from transition_planner.tui.board.board import Board

PLANS = Path(__file__).parents[2] / "plans"


@pytest.mark.parametrize("seed", [1, 2])
def test_the_shipped_plan_survives_random_acts(seed: int, tmp_path: Path) -> None:
    driven(play)(PLANS / "helsinki-music-schools", tmp_path, seed, 100)


def test_the_small_plan_survives_random_acts(tmp_path: Path) -> None:
    driven(play)(PLANS / "demo", tmp_path, 3, 100)


@pytest.mark.parametrize("text", [SMALL, MODELS, STUDY], ids=["small", "models", "study"])
def test_plans_of_a_few_lines_survive_random_acts(text: str, tmp_path: Path) -> None:
    (tmp_path / "few").mkdir()
    plan_file(tmp_path / "few", text)
    (tmp_path / "few" / "register.yaml").write_text(REGISTER, "utf-8")
    driven(play)(tmp_path / "few", tmp_path, 4, 100)


@driven
async def test_the_check_sees_wrong_dates(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        monkey = Monkey(seat, path, 0)
        await seat.press("down")
        await monkey.check()
        before = seat.state
        await seat.press("+")
        await monkey.check()
        seat.screen.state = replace(seat.state, schedule=before.schedule)
        with pytest.raises(AssertionError):
            await monkey.check()


@driven
async def test_the_check_sees_an_edit_that_a_kill_would_lose(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        monkey = Monkey(seat, path, 0)
        await seat.press("down", "+")
        seat.screen.forget_journal()
        with pytest.raises(AssertionError):
            await monkey.check()


@driven
async def test_the_check_sees_a_first_text_that_undo_does_not_lead_to(tmp_path: Path) -> None:
    path = plan_file(tmp_path)
    async with seated(path) as seat:
        monkey = Monkey(seat, path, 0)
        await seat.press("down", "+", "+")
        history = seat.state.history
        seat.screen.state = replace(seat.state, history=replace(history, done=history.done[1:]))
        with pytest.raises(AssertionError):
            await monkey.check()


def test_a_command_that_breaks_is_told_with_what_led_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_board: Board, _columns: int) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Board, "pan", broken)
    (tmp_path / "few").mkdir()
    plan_file(tmp_path / "few")
    with pytest.raises(ZeroDivisionError) as caught:
        driven(play)(tmp_path / "few", tmp_path, 1, 500)
    assert "seed 1, step " in caught.value.__notes__[0]
